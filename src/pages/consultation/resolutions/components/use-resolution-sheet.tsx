import { useState } from 'react';
import type { Resolution } from '../../consultation.queries';
import { ResolutionSheet } from './resolution-sheet';

/** The sheet of the resolution that was tapped, if any. */
export function useResolutionSheet(onSaved: () => void) {
  const [chosen, setChosen] = useState<Resolution | null>(null);
  const sheet = chosen && (
    <ResolutionSheet resolution={chosen} onSaved={onSaved} onClose={() => setChosen(null)} />
  );
  return { sheet, open: setChosen };
}
