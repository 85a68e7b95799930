import type { LocalPhoto } from '../photos/local-photo';

/** A place on the paper, px from its upper left corner. */
export interface Point {
  x: number;
  y: number;
}

/** What is drawn on: a browser's canvas and WeChat's offer the same. */
export type Paper = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'fillRect'
  | 'fillStyle'
  | 'lineCap'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'moveTo'
  | 'scale'
  | 'stroke'
  | 'strokeStyle'
>;

/** What a form does with a signature that was drawn. */
export interface SignaturePad {
  clear(): void;
  /** The signature as a small picture. */
  photo(): Promise<LocalPhoto>;
}

export interface SignatureCanvasProps {
  /** Spoken in place of what is seen. */
  label: string;
  /** Called with the pad when it can be drawn on. */
  onReady(pad: SignaturePad): void;
  /** Something was drawn. */
  onStroke(): void;
}

const INK = '#1a1a1a';
const WIDTH_PX = 3;

/** White paper in light and dark: a signature is kept as it would lie on paper. */
export function blank(paper: Paper, width: number, height: number): void {
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, width, height);
  paper.strokeStyle = INK;
  paper.lineWidth = WIDTH_PX;
  paper.lineCap = 'round';
  paper.lineJoin = 'round';
}

export function draw(paper: Paper, from: Point, to: Point): void {
  paper.beginPath();
  paper.moveTo(from.x, from.y);
  paper.lineTo(to.x, to.y);
  paper.stroke();
}
