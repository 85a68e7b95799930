import { useEffect, useRef, useState } from 'react';
import type { BookFormat } from '../../../../../domain/book/book.schema';
import { stepArchive } from '../../../../platform/documents';
import { fetchFile, type LocalFile } from '../../../../platform/open-file';

export interface ArchiveOf {
  archiveId: string;
  termId: string;
  format: BookFormat;
}

/**
 * Makes an archive step by step while the page is open. What was made stays in the cloud: leaving the
 * page or losing the network costs nothing but time.
 */
export function useArchive() {
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  /** The whole, once it lies where a tap can send it. */
  const [whole, setWhole] = useState<LocalFile | null>(null);
  const [isMaking, setIsMaking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);

  const make = async (archive: ArchiveOf) => {
    setIsMaking(true);
    setError(null);
    try {
      while (!isLeft.current) {
        const { file, ...step } = await stepArchive('ledgerArchive', archive);
        setProgress(step);
        if (!file) continue;
        setWhole(await fetchFile(file));
        break;
      }
    } catch (failure) {
      setError(failure);
    }
    setIsMaking(false);
  };
  const forget = () => {
    setProgress(null);
    setWhole(null);
    setError(null);
  };
  return { progress, whole, isMaking, error, make, forget };
}
