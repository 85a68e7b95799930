import { useRef, useState } from 'react';
import { newId } from '../../platform/id';
import type { LocalPhoto } from '../../platform/photos/local-photo';
import { pickPhotos } from '../../platform/photos/pick';
import { uploadPhoto } from '../../platform/photos/upload';

/** A picture of a form: on its way, stored, or refused by the network. */
export interface FormPhoto {
  key: string;
  /** null for one that was stored earlier: it is opened where the record is read. */
  local: LocalPhoto | null;
  /** null until it is stored. */
  fileId: string | null;
  /** 0 to 1. */
  sent: number;
  hasFailed: boolean;
}

interface PhotosOptions {
  /** Stored earlier. */
  initial: readonly string[];
  max: number;
  /** Where a picture by this unguessable name is stored. */
  pathOf(name: string): string;
  /** Tells the file ids of all that are stored. */
  onChange(fileIds: string[]): void;
}

/** The pictures of a form: chosen, made small, stored one by one, tried again, taken out. */
export function usePhotos({ initial, max, pathOf, onChange }: PhotosOptions) {
  const [photos, setPhotos] = useState<readonly FormPhoto[]>(() =>
    initial.map((fileId) => ({ key: fileId, local: null, fileId, sent: 1, hasFailed: false })),
  );
  const current = useRef(photos);

  const set = (next: readonly FormPhoto[]) => {
    current.current = next;
    setPhotos(next);
  };
  const change = (key: string, changes: Partial<FormPhoto>) =>
    set(current.current.map((photo) => (photo.key === key ? { ...photo, ...changes } : photo)));
  const tell = () => onChange(current.current.flatMap(({ fileId }) => fileId ?? []));

  const send = async ({ key, local }: FormPhoto) => {
    if (!local) return;
    change(key, { hasFailed: false, sent: 0 });
    try {
      const fileId = await uploadPhoto(local, pathOf(key), (sent) => change(key, { sent }));
      change(key, { fileId, sent: 1 });
      tell();
    } catch {
      change(key, { hasFailed: true });
    }
  };

  return {
    photos,
    left: max - photos.length,
    pick: async () => {
      const chosen = await pickPhotos(max - current.current.length);
      const added = chosen.map((local) => ({
        ...{ key: newId(), local, fileId: null, sent: 0, hasFailed: false },
      }));
      set([...current.current, ...added]);
      for (const photo of added) await send(photo);
    },
    retry: (photo: FormPhoto) => void send(photo),
    remove: (key: string) => {
      set(current.current.filter((photo) => photo.key !== key));
      tell();
    },
  };
}
