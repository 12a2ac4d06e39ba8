export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const [width, height, margin] = [360, 220, 48];

function panel({ name, points }: Series, label: string, left: number): string {
  const right = Math.max(...points.map(([x]) => x));
  const top = Math.max(...points.map(([, y]) => y)) * 1.1;
  const xOf = (x: number) => Math.round(left + margin + (x / right) * (width - margin - 24));
  const yOf = (y: number) => Math.round(height - margin + 8 - (y / top) * (height - margin - 32));
  const line = points.map(([x, y]) => `${xOf(x)},${yOf(y)}`).join(' ');
  const marks = points.map(
    ([x, y]) =>
      `<circle cx="${xOf(x)}" cy="${yOf(y)}" r="3" fill="#1d4ed8"/><text x="${xOf(x)}" y="${yOf(y) - 7}" text-anchor="middle">${y}</text><text x="${xOf(x)}" y="${height - margin + 24}" text-anchor="middle">${x / 1000}k</text>`,
  );
  return `<text x="${left + margin}" y="18" font-weight="bold">${name}</text><path d="M${xOf(0)} 28V${yOf(0)}H${left + width - 12}" fill="none" stroke="#888"/><polyline points="${line}" fill="none" stroke="#1d4ed8" stroke-width="2"/>${marks.join('')}<text x="${left + width / 2}" y="${height - 6}" text-anchor="middle">${label}</text>`;
}

/** One panel a series, side by side, as an SVG document. */
export function plotOf(label: string, series: readonly Series[]): string {
  const panels = series.map((one, at) => panel(one, label, at * width));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * series.length}" height="${height}" font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>${panels.join('')}</svg>\n`;
}
