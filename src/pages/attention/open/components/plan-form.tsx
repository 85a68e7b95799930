import { useState } from 'react';
import { goalHints } from '../../../../../domain/attention/attention-case.rules';
import {
  MAX_CASE_WORDS,
  MAX_MEASURES,
  type Measure,
} from '../../../../../domain/attention/attention-case.schema';
import { LEVEL_LABELS } from '../../../../../domain/attention/attention-category.schema';
import { CASE_KINDS } from '../../../../../domain/attention/case-kinds';
import { wordingHints } from '../../../../../domain/wording';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf } from '../../../../components/choices';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { TextArea } from '../../../../components/field';
import { Hints } from '../../../../components/hints';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { sayDate } from '../../../../platform/when';
import { MeasureSheet } from './measure-sheet';
import { measuresIn, type PlanOf, usePlanEdit } from './use-plan-edit';

const LEVELS = Object.entries(LEVEL_LABELS);
const LABELS: Record<string, string> = { goal: '希望看到', level: '多久看一次', measures: '措施' };
const MAX_GOAL = 200;

/** Strengths, the aim in positive words, and who does what until when. */
export function PlanForm(of: PlanOf) {
  const { student, kind, found } = of;
  const edit = usePlanEdit(of);
  const [measures, setMeasures] = useState(() => measuresIn(edit.initial));
  const [open, setOpen] = useState<Measure | 'new' | null>(null);
  const [hints, setHints] = useState(() => goalHints(edit.initial.goal ?? ''));
  const { label, fields } = CASE_KINDS[kind];

  const put = (next: Measure[]) => {
    setMeasures(next);
    edit.type('measures', next.length > 0 ? JSON.stringify(next) : '');
  };
  const done = (measure: Measure) => {
    const isKnown = measures.some(({ id }) => id === measure.id);
    put(
      isKnown
        ? measures.map((one) => (one.id === measure.id ? measure : one))
        : [...measures, measure],
    );
  };
  const typeGoal = (text: string) => {
    edit.type('goal', text);
    setHints([...goalHints(text), ...wordingHints(text)]);
  };
  const labelOf = (part: string) =>
    LABELS[part] ?? fields.find(({ key }) => part === `field:${key}`)?.label ?? '';
  const say = (part: string, text: string) => {
    if (part === 'level') return LEVELS.find(([key]) => key === text)?.[1] ?? '';
    return part === 'measures'
      ? measuresIn({ measures: text })
          .map((one) => one.text)
          .join('；')
      : text;
  };

  const sheet =
    (edit.conflict && (
      <VersionsSheet
        conflict={edit.conflict}
        labelOf={labelOf}
        say={say}
        onResolve={edit.resolve}
        onClose={edit.closeConflict}
      />
    )) ||
    (open && (
      <MeasureSheet
        measure={open === 'new' ? null : open}
        onDone={done}
        onRemove={(id) => put(measures.filter((one) => one.id !== id))}
        onClose={() => setOpen(null)}
      />
    ));
  return (
    <Screen footer={<EditFooter edit={edit} />} sheet={sheet}>
      {edit.isRestored && (
        <Notice
          kind="care"
          text="这是上次没有保存的草稿。"
          action={<Button kind="link" text="丢弃草稿" onTap={edit.discard} />}
        />
      )}
      <Card key={edit.formKey} title={student.name} aside={label}>
        {fields.map(({ key, label: name, placeholder }) => (
          <TextArea
            key={key}
            label={name}
            placeholder={placeholder}
            max={MAX_CASE_WORDS}
            initial={edit.initial[`field:${key}`] ?? ''}
            onInput={(text) => edit.type(`field:${key}`, text)}
          />
        ))}
        <TextArea
          label="希望看到"
          placeholder="写会出现的样子，例如：每天主动和同桌说一件事。"
          max={MAX_GOAL}
          initial={edit.initial.goal ?? ''}
          onInput={typeGoal}
        />
        <Hints hints={hints} />
        <OneOf
          label="多久看一次"
          choices={LEVELS}
          initial={edit.initial.level ?? '2'}
          onChoose={(level) => edit.type('level', level)}
        />
      </Card>
      <Card title="谁来做什么">
        {measures.map((measure) => (
          <Row
            key={measure.id}
            title={measure.text}
            note={`${measure.owner} · ${measure.isDone ? '已完成' : `到${sayDate(measure.until)}`}`}
            onTap={() => setOpen(measure)}
          />
        ))}
        {measures.length < MAX_MEASURES && (
          <Button kind="link" text="添加一条措施" onTap={() => setOpen('new')} />
        )}
      </Card>
      {CASE_KINDS[kind].isSealed && found === null && (
        <Notice text="类别和家庭、健康、心理方面的内容，保存后在保密部分里填写。" />
      )}
    </Screen>
  );
}
