/** What we ask about people: what whoever did something is called. */
export { namesOf } from '#access'
