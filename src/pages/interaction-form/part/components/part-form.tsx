import { useState } from 'react';
import {
  MAX_PART,
  SCHOOL_PART_LABELS,
  type SchoolPartWords,
} from '../../../../../domain/interaction-form/interaction-campaign.schema';
import { recordIdOf } from '../../../../../domain/interaction-form/interaction-record.schema';
import { wordingHints } from '../../../../../domain/wording';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { useEdit } from '../../../../components/edit/use-edit';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { TextArea } from '../../../../components/field';
import { Hints } from '../../../../components/hints';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { goBack } from '../../../../platform/navigate';
import { type Opened, type SchoolPart, useRevisePart } from '../../interaction-form.queries';

type Name = keyof SchoolPartWords;
const NAMES = Object.keys(SCHOOL_PART_LABELS) as Name[];
const PLACEHOLDERS: Record<Name, string> = {
  strengths: '先写看到的长处：一件具体的事。',
  progress: '学习和表现，写事实。',
  wish: '一件在家做得到的小事，可以不写。',
};

const partsOf = ({ strengths, progress, wish }: SchoolPart) => ({ strengths, progress, wish });

interface PartFormProps {
  opened: Opened;
  part: SchoolPart;
}

/** Three short texts; the family reads them above the questions. */
export function PartForm({ opened, part }: PartFormProps) {
  const { campaign, student } = opened;
  const draftKey = `schoolPart:${recordIdOf(campaign.id, student.id)}`;
  const { mutateAsync } = useRevisePart(opened, draftKey);
  const [hints, setHints] = useState(() => wordingHints(''));
  const edit = useEdit({
    draftKey,
    stored: { rev: part.rev, parts: partsOf(part) },
    send: ({ strengths = '', progress = '', wish = '' }, rev, writeId) =>
      mutateAsync({
        ...{ campaignId: campaign.id, studentId: student.id, rev, writeId },
        ...{ strengths, progress, wish },
      }),
    standing: (data) => {
      const current = data as SchoolPart;
      return { rev: current.rev, parts: partsOf(current), byName: current.byName ?? '' };
    },
    savedText: `${student.name}：已保存`,
    onSaved() {
      goBack();
      showToast({ text: `${student.name}：已写好，家长会先看到` });
    },
  });
  const type = (name: Name, text: string) => {
    edit.type(name, text);
    setHints(wordingHints(NAMES.map((one) => edit.typed()[one] ?? '').join('\n')));
  };
  const sheet = edit.conflict && (
    <VersionsSheet
      conflict={edit.conflict}
      labelOf={(name) => SCHOOL_PART_LABELS[name as Name]}
      onResolve={edit.resolve}
      onClose={edit.closeConflict}
    />
  );
  return (
    <Screen footer={<EditFooter edit={edit} />} sheet={sheet}>
      {edit.isRestored && (
        <Notice
          kind="care"
          text="这是上次没有保存的草稿。"
          action={<Button kind="link" text="丢弃草稿" onTap={edit.discard} />}
        />
      )}
      <Card key={edit.formKey} title={`${student.name} · ${student.classLabel}`} aside="家长能看到">
        {NAMES.map((name) => (
          <TextArea
            key={name}
            label={SCHOOL_PART_LABELS[name]}
            placeholder={PLACEHOLDERS[name]}
            max={MAX_PART}
            initial={edit.initial[name] ?? ''}
            onInput={(text) => type(name, text)}
          />
        ))}
        <Hints hints={hints} />
      </Card>
    </Screen>
  );
}
