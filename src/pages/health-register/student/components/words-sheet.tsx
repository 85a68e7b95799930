import {
  SAFETY_LABELS,
  type SafetyWords,
} from '../../../../../domain/health-register/health-register.schema';
import { EditFooter } from '../../../../components/edit/edit-footer';
import type { Parts } from '../../../../components/edit/merge-versions';
import { useEdit } from '../../../../components/edit/use-edit';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { type Opened, useReviseCondition } from '../../health-register.queries';

interface WordsSheetProps {
  opened: Opened;
  onSaved(): void;
  onClose(): void;
}

const FIELDS: readonly [keyof SafetyWords, max: number, placeholder: string][] = [
  ['what', 200, '按家长告知或医院证明写，不猜测。'],
  ['act', 400, '先做什么，联系谁，药放在哪里。'],
  ['avoid', 300, '哪些活动、食物、场合要避开。'],
];

const partsOf = (parts: Partial<SafetyWords> = {}): Parts => ({
  what: parts.what ?? '',
  act: parts.act ?? '',
  avoid: parts.avoid ?? '',
});

/** What the cloud sends of the words that stand, when somebody wrote them meanwhile. */
type Standing = NonNullable<Opened['words']>;

/** What everybody must know, in three parts. No draft: these words do not lie on a phone. */
export function WordsSheet({ opened, onSaved, onClose }: WordsSheetProps) {
  const { student, words, rev } = opened;
  const { mutateAsync } = useReviseCondition();
  const edit = useEdit({
    draftKey: null,
    stored: { rev, parts: partsOf(words?.parts) },
    send: ({ what = '', act = '', avoid = '' }, from, writeId) =>
      mutateAsync({ studentId: student.id, rev: from, writeId, what, act, avoid }),
    standing: (data) => {
      const current = data as Standing;
      return { rev: current.rev, parts: partsOf(current.parts), byName: current.updatedByName };
    },
    savedText: '已保存，请老师们确认',
    onSaved() {
      onSaved();
      onClose();
    },
  });
  if (edit.conflict) {
    return (
      <VersionsSheet
        conflict={edit.conflict}
        labelOf={(part) => SAFETY_LABELS[part as keyof SafetyWords]}
        onResolve={edit.resolve}
        onClose={edit.closeConflict}
      />
    );
  }
  return (
    <Sheet
      title={`${student.name} · 安全须知`}
      footer={<EditFooter edit={edit} />}
      onClose={onClose}
    >
      <Notice text="保存以后，教这个班的老师和导师都会收到，请他们打开并确认。" />
      {FIELDS.map(([part, max, placeholder]) => (
        <TextArea
          key={`${part} ${edit.formKey}`}
          label={SAFETY_LABELS[part]}
          placeholder={placeholder}
          max={max}
          initial={edit.initial[part] ?? ''}
          onInput={(text) => edit.type(part, text)}
        />
      ))}
    </Sheet>
  );
}
