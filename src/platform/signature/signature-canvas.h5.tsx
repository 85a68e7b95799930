import { type PointerEvent, useEffect, useRef } from 'react';
import { blank, draw, type Point, type SignatureCanvasProps } from './ink';

/** Paper to sign on with a finger or a mouse. It fills what it lies in. */
export function SignatureCanvas({ label, onReady, onStroke }: SignatureCanvasProps) {
  const element = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point | null>(null);
  const tellReady = useRef(onReady);

  useEffect(() => {
    const canvas = element.current;
    const paper = canvas?.getContext('2d');
    if (!canvas || !paper) return;
    const { clientWidth, clientHeight } = canvas;
    canvas.width = clientWidth * window.devicePixelRatio;
    canvas.height = clientHeight * window.devicePixelRatio;
    paper.scale(window.devicePixelRatio, window.devicePixelRatio);
    const clear = () => blank(paper, clientWidth, clientHeight);
    clear();
    tellReady.current({
      clear,
      async photo() {
        const file = await new Promise<Blob | null>((resolve) => {
          canvas.toBlob(resolve, 'image/jpeg');
        });
        if (!file) throw new Error('the browser makes no picture of a canvas');
        return { preview: URL.createObjectURL(file), file };
      },
    });
  }, []);

  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const paper = element.current?.getContext('2d');
    if (!last.current || !paper) return;
    const to = pointOf(event);
    draw(paper, last.current, to);
    last.current = to;
  };
  const lift = () => {
    if (last.current) onStroke();
    last.current = null;
  };
  return (
    <canvas
      ref={element}
      role="img"
      aria-label={label}
      style={{ display: 'block', width: '100%', height: '100%', touchAction: 'none' }}
      onPointerDown={(event) => {
        last.current = pointOf(event);
      }}
      onPointerMove={move}
      onPointerUp={lift}
      onPointerCancel={lift}
      onPointerLeave={lift}
    />
  );
}
