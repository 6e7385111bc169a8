import type { Refusal } from '#kernel'

/** What was typed into a form: a text for each field, a list where a field stands several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** A file that was sent with a form, bounded by the route that takes it. */
export type Upload = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export type Sent = { readonly fields: Fields; readonly files: Readonly<Record<string, Upload>> }

/** A form as it was filled in. With a refusal it was sent and not taken; without one it waited for its writer to sign in. */
export type Filled = { readonly fields: Fields; readonly refusal: Refusal | null }

/** Of a form, not of what it says: the number under which it is done once. */
export const onceField = 'once'

/** The texts and files of a body as it was parsed. A file that nobody chose is none; a field name is one of ours or it is not read. */
export const sentIn = async (parsed: Readonly<Record<string, unknown>>): Promise<Sent> => {
  const fields: Record<string, string | readonly string[]> = {}
  const files: Record<string, Upload> = {}
  for (const [name, value] of Object.entries(parsed)) {
    if (!/^[a-zA-Z][\w.-]{0,80}$/.test(name)) continue
    const values = Array.isArray(value) ? value : [value]
    const texts = values.filter((one) => typeof one === 'string')
    if (texts.length > 0) fields[name] = texts.length === 1 ? (texts[0] ?? '') : texts
    const [file] = values.filter((one) => one instanceof File)
    if (file !== undefined && file.size > 0)
      files[name] = { name: file.name.slice(0, 200), type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) }
  }
  return { fields, files }
}
