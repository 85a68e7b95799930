import type { Pen } from '../../../../platform/pen';
import type { Summary } from '../../summary.queries';

/** 5:4, as a card in a chat shows it; below the 1365 px that a canvas may have. */
export const CARD = { width: 1000, height: 800 };

/** The colours of a light page: a picture in a chat has no dark mode. */
const INK = '#1f2a26';
const INK_2 = '#5c6b65';
const PAPER = '#f5f6f3';
const PINE = '#1f6f5c';
const PINE_SOFT = '#e3efea';

const MARGIN = 56;
const COLUMNS = 3;
const fontOf = (size: number, weight = 400) => `${weight} ${size}px sans-serif`;

/** Figures and the last weeks; no person is in it, so that any chat may see it. */
export function drawCard(pen: Pen, { title, figures, trend }: Summary): void {
  const inner = CARD.width - 2 * MARGIN;
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, CARD.width, CARD.height);
  pen.fillStyle = PINE;
  pen.fillRect(0, 0, CARD.width, 12);
  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'left';
  pen.fillStyle = INK;
  pen.font = fontOf(56, 600);
  pen.fillText(title, MARGIN, 112, inner);

  const width = inner / COLUMNS;
  for (const [index, { label, value }] of figures.entries()) {
    const x = MARGIN + (index % COLUMNS) * width;
    const y = 236 + Math.floor(index / COLUMNS) * 156;
    pen.fillStyle = INK;
    pen.font = fontOf(64, 600);
    pen.fillText(value, x, y, width - 24);
    pen.fillStyle = INK_2;
    pen.font = fontOf(34);
    pen.fillText(label, x, y + 50, width - 24);
  }
  if (trend.length > 1) drawTrend(pen, trend, inner);
}

const TREND = { top: 540, height: 150 };

/** How many students were talked with, week by week. */
function drawTrend(pen: Pen, trend: Summary['trend'], inner: number): void {
  const step = inner / trend.length;
  const bar = Math.min(64, step * 0.6);
  for (const [index, { label, seen, students }] of trend.entries()) {
    const left = MARGIN + index * step;
    const height = Math.round((TREND.height * seen) / Math.max(1, students));
    pen.fillStyle = PINE_SOFT;
    pen.fillRect(left, TREND.top, bar, TREND.height);
    pen.fillStyle = PINE;
    pen.fillRect(left, TREND.top + TREND.height - height, bar, height);
    pen.fillStyle = INK_2;
    pen.font = fontOf(26);
    pen.fillText(label, left, TREND.top + TREND.height + 36, step - 8);
  }
  pen.fillStyle = PINE_SOFT;
  pen.fillRect(0, CARD.height - 52, CARD.width, 52);
  pen.fillStyle = INK_2;
  pen.font = fontOf(26);
  pen.fillText('每周面谈的学生 · 点开看与您有关的内容', MARGIN, CARD.height - 17, inner);
}
