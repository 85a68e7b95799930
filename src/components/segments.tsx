import { View } from '@tarojs/components';
import './segments.scss';

interface SegmentsProps {
  filled: number;
  of: number;
  /** Not yet confirmed: drawn in outline. */
  isFaint?: boolean;
}

/** How many of a few parts are there. Words beside it say the same, so it is not spoken. */
export function Segments({ filled, of, isFaint = false }: SegmentsProps) {
  const full = isFaint ? 'segment segment-faint' : 'segment segment-full';
  return (
    <View className="segments" aria-hidden>
      {Array.from({ length: of }, (_, index) => index).map((index) => (
        <View key={index} className={index < filled ? full : 'segment'} />
      ))}
    </View>
  );
}

/** How far something large is. Words beside it say the same. */
export function Progress({ done, of }: { done: number; of: number }) {
  const percent = of === 0 ? 0 : Math.round((done / of) * 100);
  return (
    <View className="progress" aria-hidden>
      <View className="progress-done" style={{ width: `${percent}%` }} />
    </View>
  );
}
