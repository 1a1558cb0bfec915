/** The measurements of matching as a drawing: both axes by powers of ten, and a line of what would be proportional. */
import type { MatchCost } from './matching.ts';

const SIDE = { width: 640, height: 420, left: 70, right: 20, top: 40, bottom: 60 };

/** An SVG file; needs two sizes or more. */
export function matchingPlot(costs: readonly MatchCost[]): string {
  const first = costs[0];
  const last = costs.at(-1);
  if (first === undefined || last === undefined || first === last) throw new Error('one size is no line');
  const proportional = costs.map(({ documents }) => ({
    documents,
    ms: (first.medianMs * documents) / first.documents,
  }));
  const most = Math.max(...costs.map(({ p99Ms }) => p99Ms), first.medianMs * 20);
  const x = scale(first.documents, last.documents, SIDE.left, SIDE.width - SIDE.right);
  const y = scale(
    Math.min(...costs.map(({ medianMs }) => medianMs)) / 2,
    most * 2,
    SIDE.height - SIDE.bottom,
    SIDE.top,
  );
  const line = (points: readonly { readonly documents: number; readonly ms: number }[]) =>
    points.map(({ documents, ms }) => `${x(documents).toFixed(1)},${y(ms).toFixed(1)}`).join(' ');
  const drawn = (name: string, colour: string, of: (cost: MatchCost) => number) => [
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${line(costs.map((cost) => ({ documents: cost.documents, ms: of(cost) })))}"/>`,
    ...costs.map(
      (cost) =>
        `<circle fill="${colour}" r="3.5" cx="${x(cost.documents).toFixed(1)}" cy="${y(of(cost)).toFixed(1)}"><title>${name}, ${cost.documents} documents: ${of(cost).toFixed(2)} ms</title></circle>`,
    ),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE.width} ${SIDE.height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${SIDE.width}" height="${SIDE.height}" fill="#fff"/>`,
    text(
      SIDE.left,
      20,
      'start',
      'Finding which documents stand in a draft of 5 kB: median (blue), 99 % (red), proportional (grey)',
    ),
    ...costs.map(({ documents }) => text(x(documents), SIDE.height - 38, 'middle', documents.toLocaleString('en'))),
    text(SIDE.width / 2, SIDE.height - 14, 'middle', 'documents of 5 kB that were read'),
    ...tenths(y.from, y.to).map((ms) => text(SIDE.left - 8, y(ms) + 4, 'end', `${ms} ms`)),
    ...tenths(y.from, y.to).map(
      (ms) =>
        `<line x1="${SIDE.left}" x2="${SIDE.width - SIDE.right}" y1="${y(ms).toFixed(1)}" y2="${y(ms).toFixed(1)}" stroke="#ddd"/>`,
    ),
    `<polyline fill="none" stroke="#999" stroke-dasharray="5 4" points="${line(proportional.filter(({ ms }) => ms <= y.to))}"/>`,
    ...drawn('median', '#2563c9', ({ medianMs }) => medianMs),
    ...drawn('99 %', '#c92525', ({ p99Ms }) => p99Ms),
    '</svg>',
    '',
  ].join('\n');
}

interface Scale {
  (value: number): number;
  readonly from: number;
  readonly to: number;
}

function scale(from: number, to: number, start: number, end: number): Scale {
  const at = (value: number) =>
    start + ((Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))) * (end - start);
  return Object.assign(at, { from, to });
}

/** Powers of ten between two numbers. */
function tenths(from: number, to: number): readonly number[] {
  const powers = Array.from({ length: 12 }, (_, i) => 10 ** (i - 5));
  return powers.filter((each) => each >= from && each <= to);
}

function text(x: number, y: number, anchor: string, words: string): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${words}</text>`;
}
