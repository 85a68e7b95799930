import { useRef, useState } from 'react';
import { dayOf } from '../../../../../domain/calendar/day';
import { CLASS_WORK_KINDS } from '../../../../../domain/class-work/class-work-kinds';
import { RECORD_KINDS } from '../../../../../domain/regulation/record-kind';
import type { Parts } from '../../../../components/edit/merge-versions';
import { useEdit } from '../../../../components/edit/use-edit';
import { sayFailure } from '../../../../components/failure';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { goBack } from '../../../../platform/navigate';
import { QUEUED } from '../../../../platform/outbox/outbox';
import { refetchShown } from '../../../../platform/query';
import {
  type ClassWork,
  type ClassWorks,
  type RecordOf,
  useRecordWork,
  useVoidWork,
} from '../../class-work.queries';

export const WORK_PARTS: Readonly<Record<string, string>> = {
  on: '哪天',
  title: '主题',
  text: '内容',
  photos: '照片',
};

export const photosIn = (parts: Parts): string[] => (parts.photos ? parts.photos.split(',') : []);

const partsOf = ({ id, on, title, text, photos }: ClassWork): Parts => ({
  workId: id,
  on,
  title,
  text,
  photos: photos.join(','),
});

/** Today; where there is no theme to name, the title is proposed. */
const firstParts = ({ kind }: RecordOf): Parts => ({
  workId: newId(),
  on: dayOf(new Date()),
  title: CLASS_WORK_KINDS[kind].theme === null ? RECORD_KINDS[kind].label : '',
  text: '',
  photos: '',
});

/** The edit of a record; after saving one is back where one came from. */
export function useWorkEdit(of: RecordOf, { works }: ClassWorks) {
  const { kind, classId = null } = of;
  const work = works.find(({ id }) => id === of.workId);
  const draftKey = `classWork:${work?.id ?? `new:${classId ?? 'own'}:${kind}`}`;
  const { mutateAsync } = useRecordWork(of, draftKey);
  const voiding = useVoidWork();
  const [first] = useState(() => firstParts(of));
  const saved = useRef<ClassWork | null>(null);
  const { label } = RECORD_KINDS[kind];

  /** One that was made a moment ago is taken back as a whole. */
  const takeBack = async ({ id: workId, rev }: ClassWork) => {
    try {
      await voiding.mutateAsync({ workId, rev, writeId: newId(), reason: '记录后马上撤销' });
      showToast({ text: '已撤销' });
      refetchShown();
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };

  return useEdit({
    draftKey,
    stored: { rev: work?.rev ?? 0, parts: work ? partsOf(work) : first },
    async send(parts, rev, writeId) {
      const { workId = '', on = '', title = '', text = '' } = parts;
      const content = { workId, on, title: title.trim(), text: text.trim() };
      const photos = photosIn(parts);
      const answer = await mutateAsync({ ...content, photos, kind, classId, rev, writeId });
      saved.current = answer === QUEUED ? null : answer;
      return answer;
    },
    standing: (data) => {
      const current = data as ClassWork;
      return { rev: current.rev, parts: partsOf(current), byName: current.updatedByName };
    },
    savedText: `${label}：已保存`,
    onSaved() {
      goBack();
      const made = saved.current;
      const undo = { text: '撤销', onTap: () => made && void takeBack(made) };
      showToast({ text: `${label}：已记下`, ...(made?.rev === 1 && { action: undo }) });
    },
  });
}
