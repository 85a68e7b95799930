import { useRef, useState } from 'react';
import type { ItemWords } from '../../../../../domain/consultation/consultation-item.schema';
import { GROUPS } from '../../../../../domain/consultation/consultation-item.schema';
import { wordingHints } from '../../../../../domain/wording';
import { Button } from '../../../../components/button';
import { useDraft } from '../../../../components/edit/use-draft';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Hints } from '../../../../components/hints';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { QUEUED, WAITS_FOR_NETWORK } from '../../../../platform/outbox/outbox';
import { useWriteId } from '../../../../platform/use-api';
import { type Meeting, useSay, useUnsay } from '../../consultation.queries';
import type { Said } from '../said-draft';
import { TaskFields } from './task-fields';

interface ItemSheetProps {
  meeting: Meeting;
  said: Said;
  students: readonly { id: string; name: string }[];
  onSaved(): void;
  onClose(): void;
}

/** The texts of each kind, in the order in which they are said. */
const FIELDS: Record<ItemWords['kind'], readonly (readonly [key: string, label: string])[]> = {
  student: [
    ['status', '现状'],
    ['cause', '原因'],
    ['measure', '措施'],
  ],
  group: [
    ['good', '好的做法'],
    ['problems', '问题'],
    ['suggestions', '建议'],
  ],
  decision: [['text', '做什么']],
  opinion: [['text', '达成性意见']],
  note: [['text', '记录']],
  topic: [['text', '议题']],
};
const TITLES: Record<ItemWords['kind'], string> = {
  student: '说一名学生',
  group: '分组讨论',
  decision: '决议',
  opinion: '达成性意见',
  note: '记录',
  topic: '议题',
};
const MAX = 400;
const MAX_DECISION = 200;

const readWords = (found: unknown): ItemWords | null => {
  const words = found as Partial<ItemWords> | undefined;
  return words?.kind !== undefined && words.kind in FIELDS ? (words as ItemWords) : null;
};

/** One thing that is said; kept as typed, and sent when there is a network. */
export function ItemSheet({ meeting, said, students, onSaved, onClose }: ItemSheetProps) {
  const of = said.words.kind === 'student' ? said.words.studentId : said.words.kind;
  const draft = useDraft(`meetingItem:${meeting.id}:${said.rev > 0 ? said.id : of}`, readWords);
  const [initial] = useState<ItemWords>(() => draft.restored ?? said.words);
  const words = useRef(initial);
  const [hints, setHints] = useState(() => wordingHints(''));
  const { mutate, isPending, error } = useSay(meeting);
  const unsay = useUnsay();
  const writeIdOf = useWriteId();
  const change = (changes: object) => {
    words.current = { ...words.current, ...changes } as ItemWords;
    draft.keep(words.current);
  };
  const done = () => {
    draft.drop();
    onSaved();
    onClose();
  };
  const edit = { itemId: said.id, consultationId: meeting.id, rev: said.rev };
  const save = () => {
    const content = { ...edit, words: words.current };
    mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess(answer) {
          showToast({ text: answer === QUEUED ? WAITS_FOR_NETWORK : '已记下' });
          done();
        },
      },
    );
  };
  const takeBack = () => {
    const content = { ...edit, reason: '记错了' };
    unsay.mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: done });
  };
  const name =
    initial.kind === 'student'
      ? students.find(({ id }) => id === initial.studentId)?.name
      : initial.kind === 'group'
        ? GROUPS[initial.group]
        : undefined;
  const task = initial.kind === 'student' || initial.kind === 'decision' ? initial : null;
  const failure = error ?? unsay.error;
  return (
    <Sheet
      title={name ?? TITLES[initial.kind]}
      footer={
        <>
          <Button kind="main" text="保存" isBusy={isPending} onTap={save} />
          {said.rev > 0 && <Button kind="link" text="撤回这一条" onTap={takeBack} />}
        </>
      }
      onClose={onClose}
    >
      {draft.restored !== null && <Notice text="接着上次没有保存的草稿写。" />}
      {FIELDS[initial.kind].map(([key, label]) => (
        <TextArea
          key={key}
          label={label}
          max={initial.kind === 'decision' || initial.kind === 'topic' ? MAX_DECISION : MAX}
          initial={String((initial as unknown as Record<string, string>)[key] ?? '')}
          onInput={(value) => {
            change({ [key]: value });
            setHints(wordingHints(value));
          }}
        />
      ))}
      <Hints hints={hints} />
      {task && <TaskFields meeting={meeting} initial={task} onChange={change} />}
      {failure && <Notice kind="error" text={`${sayFailure(failure)}内容已留在手机上。`} />}
    </Sheet>
  );
}
