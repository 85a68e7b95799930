import type { LocalPhoto } from './local-photo';

const DATABASE = 'photos';

/** One request to the browser's own database, which keeps pictures as they are. */
function ask<T>(mode: IDBTransactionMode, request: (store: IDBObjectStore) => IDBRequest<T>) {
  return new Promise<T>((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(DATABASE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asking = request(opening.result.transaction(DATABASE, mode).objectStore(DATABASE));
      asking.onerror = () => reject(asking.error);
      asking.onsuccess = () => {
        opening.result.close();
        resolve(asking.result);
      };
    };
  });
}

/** Keeps a picture after the tab is closed. @returns the name under which it is found again */
export async function keepFile(name: string, { file }: LocalPhoto): Promise<string> {
  await ask('readwrite', (store) => store.put(file, name));
  return name;
}

/** The picture of that name; null when there is none. */
export async function readFile(kept: string): Promise<LocalPhoto | null> {
  const file: unknown = await ask('readonly', (store) => store.get(kept));
  return file instanceof Blob ? { preview: URL.createObjectURL(file), file } : null;
}

export async function forgetFile(kept: string): Promise<void> {
  await ask('readwrite', (store) => store.delete(kept));
}
