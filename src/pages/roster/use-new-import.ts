import { useState } from 'react';
import type { ImportSubject } from '../../../domain/roster/import-subject';
import { MAX_FILE_BYTES } from '../../../domain/roster/roster-file';
import { uploadPathOf } from '../../../domain/roster/roster-import.schema';
import { sayFailure } from '../../components/failure';
import { pickFile } from '../../platform/files/pick';
import { newId } from '../../platform/id';
import { openPage } from '../../platform/navigate';
import { uploadPhoto } from '../../platform/photos/upload';
import { IMPORT_WORDS } from './import-words';
import { usePlanImport } from './roster.queries';

const MB = 1024 * 1024;

/** What the way of a file has come to; null while nothing is on its way. */
type Way = { text: string; isError: boolean } | null;

/** A file from the phone into rows that wait to be looked at; then their page opens. */
export function useNewImport(schoolId: string, subject: ImportSubject) {
  const [way, setWay] = useState<Way>(null);
  const plan = usePlanImport();
  const tell = (text: string) => setWay({ text, isError: false });
  const fail = (text: string) => setWay({ text, isError: true });

  const begin = async () => {
    const file = await pickFile(['xlsx', 'csv']);
    if (!file) return;
    if (file.size > MAX_FILE_BYTES) {
      fail(
        `文件有 ${Math.ceil(file.size / MB)} MB，最多 ${MAX_FILE_BYTES / MB} MB。请只留下${IMPORT_WORDS[subject].keepOnly}，再选一次。`,
      );
      return;
    }
    const importId = newId();
    const path = uploadPathOf(schoolId, importId, !/\.xls[xm]?$/i.test(file.name));
    try {
      tell('正在上传…');
      const fileId = await uploadPhoto({ preview: '', file: file.file }, path, (sent) =>
        tell(`正在上传 ${Math.round(sent * 100)}%`),
      );
      tell('正在读文件…');
      await plan.mutateAsync({ importId, fileId, fileName: file.name, subject });
      setWay(null);
      openPage('rosterImport', { importId });
    } catch (error) {
      fail(sayFailure(error));
    }
  };

  return { way, isBusy: way !== null && !way.isError, begin };
}
