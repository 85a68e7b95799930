import { useRef, useState } from 'react';
import { addDays, dayOf, sayDay } from '../../../domain/calendar/day';
import {
  MAX_AGREED,
  VISIT_EFFECTS,
  type VisitEffect,
} from '../../../domain/home-visit/home-visit.schema';
import { wordingHints } from '../../../domain/wording';
import { Button } from '../../components/button';
import { OneOf } from '../../components/choices';
import { useDraft } from '../../components/edit/use-draft';
import { sayFailure } from '../../components/failure';
import { TextArea } from '../../components/field';
import { Hints } from '../../components/hints';
import { Notice } from '../../components/notice';
import { Sheet } from '../../components/sheet';
import { showToast } from '../../components/toast';
import { newId } from '../../platform/id';
import { QUEUED, WAITS_FOR_NETWORK } from '../../platform/outbox/outbox';
import { useWriteId } from '../../platform/use-api';
import { useCloseVisit } from './home-visit.queries';

interface FeedbackSheetProps {
  visit: { visitId: string; rev: number; studentName: string };
  onSaved(): void;
  onClose(): void;
}

interface Feedback {
  effect: VisitEffect | null;
  effectText: string;
  /** `none`, or in how many weeks one talks again. */
  after: After;
}

type After = keyof typeof AFTERS;
const AFTERS = { none: '先不用', 1: '一周后', 2: '两周后', 4: '四周后' } as const;
const EFFECTS = Object.entries(VISIT_EFFECTS) as [VisitEffect, string][];

function readFeedback(found: unknown): Feedback | null {
  const feedback = found as Partial<Feedback> | undefined;
  return typeof feedback?.effectText === 'string' && feedback.after !== undefined
    ? (feedback as Feedback)
    : null;
}

/** 补反馈: how it went on after a visit, in one tap, one text, and when to talk again. */
export function FeedbackSheet({ visit, onSaved, onClose }: FeedbackSheetProps) {
  const { visitId, rev, studentName } = visit;
  const today = dayOf(new Date());
  const draft = useDraft(`visitFeedback:${visitId}`, readFeedback);
  const [initial] = useState<Feedback>(
    () => draft.restored ?? { effect: null, effectText: '', after: 'none' },
  );
  const form = useRef(initial);
  const [hints, setHints] = useState(() => wordingHints(initial.effectText));
  const [nextId] = useState(newId);
  const { mutate, isPending, error } = useCloseVisit(studentName);
  const [missing, setMissing] = useState('');
  const writeIdOf = useWriteId();

  const change = (changes: Partial<Feedback>) => {
    form.current = { ...form.current, ...changes };
    draft.keep(form.current);
    setMissing('');
  };
  const save = () => {
    const { effect, effectText, after } = form.current;
    if (effect === null) return setMissing('请点一下效果。');
    const next =
      after === 'none' ? null : { visitId: nextId, on: addDays(today, Number(after) * 7) };
    const content = { visitId, rev, effect, effectText: effectText.trim(), next };
    return mutate(
      { ...content, writeId: writeIdOf(content) },
      {
        onSuccess: (answer) => {
          draft.drop();
          showToast({ text: answer === QUEUED ? WAITS_FOR_NETWORK : `${studentName}：反馈已保存` });
          onSaved();
          onClose();
        },
      },
    );
  };

  return (
    <Sheet
      title={`${studentName} · 家访反馈`}
      footer={<Button kind="main" text="保存" isBusy={isPending} onTap={save} />}
      onClose={onClose}
    >
      {draft.restored !== null && <Notice text="接着上次没有保存的草稿写。" />}
      <OneOf
        label="效果"
        choices={EFFECTS}
        initial={initial.effect}
        onChoose={(effect) => change({ effect })}
      />
      <TextArea
        label="家访后的情况"
        placeholder="孩子和家里有什么变化，哪怕很小。"
        max={MAX_AGREED}
        initial={initial.effectText}
        onInput={(effectText) => {
          change({ effectText });
          setHints(wordingHints(effectText));
        }}
      />
      <Hints hints={hints} />
      <OneOf
        label="再联系"
        choices={(['none', 1, 2, 4] as const).map((after) => [
          String(after),
          after === 'none'
            ? AFTERS.none
            : `${AFTERS[after]} · ${sayDay(addDays(today, after * 7), today)}`,
        ])}
        initial={String(initial.after)}
        onChoose={(after) => change({ after: after as After })}
      />
      {missing !== '' && <Notice kind="error" text={missing} />}
      {error && <Notice kind="error" text={`${sayFailure(error)}内容已留在手机上。`} />}
    </Sheet>
  );
}
