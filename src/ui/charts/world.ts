import { type GeoContext, type GeoPermissibleObjects, geoArea, geoBounds, geoEqualEarth, geoPath } from 'd3-geo'

type Ring = readonly (readonly [number, number])[]

/** The outline of an area as GeoJSON has it: longitude before latitude, in degrees. */
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }

/** A shape of a map. Null: land that is no area of ours, drawn without a name. */
export type LandShape = { readonly code: string | null; readonly geometry: Geometry }

/** Outlines drawn once: half a pixel is a unit, so that paths are of short whole numbers. */
export type World = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly { readonly code: string | null; readonly path: string }[]
  /** Where a place lies on it, in pixels of the wide drawing. */
  readonly at: (place: { readonly latitude: number; readonly longitude: number }) => readonly [number, number]
}

const width = 860
const units = 2
/** A circle at the very edge is seen whole. */
const margin = 6

/** Turned the other way round, a ring is everything but the area that it is meant to be: no area is half of the Earth. */
const facing = (geometry: Geometry): GeoPermissibleObjects => {
  const turned = (rings: readonly Ring[]): Ring[] =>
    geoArea({ type: 'Polygon', coordinates: rings as unknown as [number, number][][] }) > 2 * Math.PI
      ? rings.map((ring) => ring.toReversed())
      : [...rings]
  const coordinates = geometry.type === 'Polygon' ? turned(geometry.coordinates) : geometry.coordinates.map(turned)
  return { type: geometry.type, coordinates } as unknown as GeoPermissibleObjects
}

/** Writes a path in steps from point to point; what comes to less than a unit is left out. */
const steps = (): GeoContext & { readonly written: () => string } => {
  let path = ''
  let ring: (readonly [number, number])[] = []
  let at: readonly [number, number] = [0, 0]
  const point = (x: number, y: number): readonly [number, number] => [Math.round(x * units), Math.round(y * units)]
  const close = (): void => {
    const [first, ...rest] = ring
    const others = rest.filter(([x, y], index) => {
      const [px, py] = rest[index - 1] ?? first ?? [0, 0]
      return x !== px || y !== py
    })
    if (first !== undefined && others.length > 2) {
      const [x, y] = [first[0] - at[0], first[1] - at[1]]
      let before = first
      path += `m${x}${y < 0 ? '' : ' '}${y}l`
      for (const [index, next] of others.entries()) {
        const [dx, dy] = [next[0] - before[0], next[1] - before[1]]
        path += `${index === 0 || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`
        before = next
      }
      path += 'z'
      at = first
    }
    ring = []
  }
  return {
    beginPath: () => {},
    arc: () => {},
    moveTo: (x, y) => {
      ring = [point(x, y)]
    },
    lineTo: (x, y) => {
      ring.push(point(x, y))
    },
    closePath: close,
    written: () => path,
  }
}

/** Nothing is counted there, and it would take a quarter of the drawing. */
const isPolar = (geometry: GeoPermissibleObjects): boolean => geoBounds(geometry)[1][1] < -60

/** The outlines on an equal-area map (Equal Earth), so that what looks larger is larger. */
export const worldOf = (outlines: readonly LandShape[]): World => {
  const turned = outlines
    .map(({ code, geometry }) => ({ code, geometry: facing(geometry) }))
    .filter(({ geometry }) => !isPolar(geometry))
  const all = { type: 'GeometryCollection', geometries: turned.map(({ geometry }) => geometry) }
  // Straight from point to point: a border along a parallel has no points between its ends, and is no great circle.
  const projection = geoEqualEarth().precision(0)
  if (turned.length > 0) projection.fitWidth(width - 2 * margin, all as unknown as GeoPermissibleObjects)
  const [left, top] = projection.translate()
  projection.translate([left + margin, top])
  const bounds = turned.length > 0 ? geoPath(projection).bounds(all as never) : [[], [0, 400]]
  return {
    width,
    height: Math.ceil(bounds[1]?.[1] ?? 400),
    shapes: turned.flatMap(({ code, geometry }) => {
      const context = steps()
      geoPath(projection, context)(geometry)
      const path = context.written()
      return path === '' ? [] : [{ code, path }]
    }),
    at: ({ latitude, longitude }) => projection([longitude, latitude]) ?? [0, 0],
  }
}
