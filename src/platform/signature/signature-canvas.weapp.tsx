import { Canvas } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { newId } from '../id';
import { blank, draw, type Paper, type Point, type SignatureCanvasProps } from './ink';

/** WeChat's canvas, as far as a signature needs it. */
interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): Paper;
}

interface Found {
  node: CanvasNode | null;
  width: number;
  height: number;
}

const measure = (id: string): Promise<Found | null> =>
  new Promise((resolve) => {
    wx.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec(([found]: [Found | null]) => resolve(found));
  });

const LOOK_AGAIN_MS = 60;
const LOOKS = 30;

/** The canvas, as soon as the view has drawn it: WeChat does not say when that is. */
async function findCanvas(id: string, isGone: () => boolean): Promise<Found | null> {
  for (let look = 0; look < LOOKS && !isGone(); look += 1) {
    const found = await measure(id);
    if (found?.node) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return null;
}

/** Paper to sign on with a finger. It fills what it lies in. */
export function SignatureCanvas({ label, onReady, onStroke }: SignatureCanvasProps) {
  const [id] = useState(() => `signature-${newId()}`);
  const paper = useRef<Paper | null>(null);
  const last = useRef<Point | null>(null);
  const isGone = useRef(false);

  const prepare = useRef(async () => {
    const found = await findCanvas(id, () => isGone.current);
    if (!found?.node) return;
    const { node, width, height } = found;
    const { pixelRatio } = wx.getWindowInfo();
    node.width = width * pixelRatio;
    node.height = height * pixelRatio;
    const context = node.getContext('2d');
    context.scale(pixelRatio, pixelRatio);
    const clear = () => blank(context, width, height);
    clear();
    paper.current = context;
    onReady({
      clear,
      async photo() {
        const { tempFilePath } = await wx.canvasToTempFilePath({
          canvas: node as unknown as WechatMiniprogram.Canvas,
          fileType: 'jpg',
        });
        return { preview: tempFilePath, file: tempFilePath };
      },
    });
  });
  useEffect(() => {
    isGone.current = false;
    void prepare.current();
    return () => {
      isGone.current = true;
    };
  }, []);

  const pointOf = ({ touches: [touch] }: { touches: readonly Point[] }): Point | null =>
    touch ? { x: touch.x, y: touch.y } : null;
  const lift = () => {
    if (last.current) onStroke();
    last.current = null;
  };
  return (
    <Canvas
      id={id}
      type="2d"
      disableScroll
      aria-label={label}
      style={{ display: 'block', width: '100%', height: '100%' }}
      onTouchStart={(event) => {
        last.current = pointOf(event);
      }}
      onTouchMove={(event) => {
        const to = pointOf(event);
        if (to && last.current && paper.current) draw(paper.current, last.current, to);
        last.current = to;
      }}
      onTouchEnd={lift}
      onTouchCancel={lift}
    />
  );
}
