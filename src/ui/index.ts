export { type Asset, assetOf, assets } from './assets.ts'
export { Bracketed, type BracketPart } from './bracketed.tsx'
export { DotPile, type DotPileProps, type PileDot } from './charts/dot-pile.tsx'
export type { Point, Scale, Size } from './charts/drawing.tsx'
export { ChartFigure, ChartTable } from './charts/figure-with.tsx'
export { GapChart, type GapChartProps, type GapRow } from './charts/gap-chart.tsx'
export {
  type Band,
  type Benchmark,
  type ContextSeries,
  LineChart,
  type LineChartProps,
  type Required,
} from './charts/line-chart.tsx'
export { inYear, lineWords, pointWords } from './charts/saying.ts'
export { Bar, Spark, Strip } from './charts/spark.tsx'
export { standaloneSvg } from './charts/standalone.ts'
export { type Crumb, Crumbs } from './crumbs.tsx'
export { type Column, DataTable, type TableGroup, type TableRow } from './data-table.tsx'
export { ErrorPage, type Trouble } from './error-page.tsx'
export { type Fact, Facts, Kv, Lines } from './facts.tsx'
export { Fig } from './fig.tsx'
export { type Bound, censored, dayWords, figure, percent, percentSign, range } from './figures.ts'
export { Filter, type Option, Select } from './filter.tsx'
export { Frame, type FrameProps } from './frame.tsx'
export { directionOf, languageNames, languagesInOrder } from './languages.ts'
export { Empty, Lede, Mast, Note, SideSection, Tag, Unseen } from './layout.tsx'
export { hrefOf, Link, type LinkProps } from './link.tsx'
export { type PlanGroup, type PlanRow, PlanTable } from './plan-table.tsx'
export { Scroll } from './scroll.tsx'
export { Mark, type Standing, Status, StatusKey, standings } from './status.tsx'
export { Cite, type Download, Downloads } from './taking.tsx'
export { Outline, type OutlineItem, type View, Views } from './views.tsx'
export { type Alternative, Alternatives, Text, type WordChange, WordChanges } from './words.tsx'
