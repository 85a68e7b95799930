import { Canvas } from '@tarojs/components';
import { useReady } from '@tarojs/taro';
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

/** Paper to sign on with a finger. It fills what it lies in. */
export function SignatureCanvas({ label, onReady, onStroke }: SignatureCanvasProps) {
  const [id] = useState(() => `signature-${newId()}`);
  const paper = useRef<Paper | null>(null);
  const last = useRef<Point | null>(null);
  const isPrepared = useRef(false);

  const prepare = useRef(async () => {
    const found = await measure(id);
    if (!found?.node || isPrepared.current) return;
    isPrepared.current = true;
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
  // On a page that is just opening the canvas is there when the page is ready, else at once.
  useReady(() => void prepare.current());
  useEffect(() => {
    wx.nextTick(() => void prepare.current());
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
