import { useEffect, useRef, useState } from 'react';
import { newId } from '../../platform/id';
import type { LocalPhoto } from '../../platform/photos/local-photo';
import { pickPhotos } from '../../platform/photos/pick';
import {
  dropPhoto,
  keepPhoto,
  pathOfWaiting,
  photoOf,
  sendWaiting,
  waitingIdOf,
} from '../../platform/photos/waiting-photos';

/** A picture of a form: on its way, stored, or waiting on the phone for a network. */
export interface FormPhoto {
  /** As the form names it: its file id, or that it waits. */
  fileId: string;
  /** null for one that was stored earlier: it is opened where the record is read. */
  local: LocalPhoto | null;
  /** 0 to 1; 1 when it is stored. */
  sent: number;
  /** The network did not carry it: it is sent with the form, or by a tap. */
  waits: boolean;
}

interface PhotosOptions {
  /** Those of the form so far. */
  initial: readonly string[];
  max: number;
  /** Where a picture by this unguessable name is stored. */
  pathOf(name: string): string;
  /** Tells the ids of all, those that wait too. */
  onChange(fileIds: string[]): void;
}

const photoBy = (fileId: string): FormPhoto => ({ fileId, local: null, sent: 1, waits: false });

/**
 * The pictures of a form: chosen, made small, kept on the phone, stored one by one. The form may be
 * sent or left at any moment: what is not stored yet goes along with it.
 */
export function usePhotos({ initial, max, pathOf, onChange }: PhotosOptions) {
  const [photos, setPhotos] = useState<readonly FormPhoto[]>(() => initial.map(photoBy));
  const current = useRef(photos);
  const isShown = useRef(true);

  const set = (next: readonly FormPhoto[]) => {
    current.current = next;
    if (isShown.current) setPhotos(next);
  };
  const change = (fileId: string, changes: Partial<FormPhoto>) =>
    set(current.current.map((one) => (one.fileId === fileId ? { ...one, ...changes } : one)));
  const tell = () => {
    if (isShown.current) onChange(current.current.map(({ fileId }) => fileId));
  };
  const takeOut = (fileId: string) => {
    set(current.current.filter((photo) => photo.fileId !== fileId));
    tell();
  };

  const send = async (path: string) => {
    const waitingId = waitingIdOf(path);
    change(waitingId, { sent: 0, waits: false });
    try {
      const fileId = await sendWaiting(path, (sent) => change(waitingId, { sent }));
      if (fileId === null) return takeOut(waitingId);
      change(waitingId, { fileId, sent: 1 });
      tell();
    } catch {
      change(waitingId, { waits: true });
    }
  };

  const add = async (chosen: readonly LocalPhoto[]) => {
    const paths: string[] = [];
    for (const photo of chosen) {
      const path = pathOf(newId());
      const local = await keepPhoto(path, photo);
      paths.push(path);
      set([...current.current, { fileId: waitingIdOf(path), local, sent: 0, waits: false }]);
    }
    tell();
    for (const path of paths) await send(path);
  };

  /** Those of a draft go on from where they were. */
  const goOn = useRef(async () => {
    for (const { fileId } of current.current) {
      const path = pathOfWaiting(fileId);
      if (path === null) continue;
      change(fileId, { local: await photoOf(path), sent: 0 });
      await send(path);
    }
  });
  useEffect(() => {
    isShown.current = true;
    void goOn.current();
    return () => {
      isShown.current = false;
    };
  }, []);

  return {
    photos,
    left: max - photos.length,
    add,
    pick: async () => add(await pickPhotos(max - current.current.length)),
    retry: ({ fileId }: FormPhoto) => {
      const path = pathOfWaiting(fileId);
      if (path !== null) void send(path);
    },
    remove: ({ fileId }: FormPhoto) => {
      const path = pathOfWaiting(fileId);
      takeOut(fileId);
      if (path !== null) void dropPhoto(path);
    },
  };
}
