import { useRef } from 'react';
import { Button } from '../../../../components/button';
import { sayFailure } from '../../../../components/failure';
import { TextArea } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type Meeting, useAnswerLeader, useReport, useSign } from '../../consultation.queries';

export type WordsVerb = 'sign' | 'ask' | 'answer' | 'report';

const SAYS: Record<WordsVerb, { title: string; label: string; verb: string; done: string }> = {
  sign: { title: '签字验收', label: '批注（可以不写）', verb: '签字', done: '已签字' },
  ask: { title: '问一句', label: '想问什么', verb: '发出', done: '已发出，等答复' },
  answer: { title: '答复', label: '答复', verb: '答复', done: '已答复，等签字' },
  report: { title: '专题报告', label: '会后做了什么', verb: '提交', done: '报告已提交' },
};
const MAX_REPORT = 2000;
const MAX_WORDS = 300;

interface WordsSheetProps {
  verb: WordsVerb;
  meeting: Meeting;
  onSaved(): void;
  onClose(): void;
}

/** One text that moves a meeting on after it was held. */
export function WordsSheet({ verb, meeting, onSaved, onClose }: WordsSheetProps) {
  const { id: consultationId, rev } = meeting;
  const says = SAYS[verb];
  const words = useRef('');
  const sign = useSign();
  const answer = useAnswerLeader();
  const report = useReport();
  const writeIdOf = useWriteId();
  const onSuccess = () => {
    showToast({ text: says.done });
    onSaved();
    onClose();
  };
  const send = () => {
    const said = words.current;
    const writeId = writeIdOf({ verb, consultationId, rev, said });
    const edit = { consultationId, rev, writeId };
    if (verb === 'report') {
      return report.mutate({ consultationId, writeId, text: said }, { onSuccess });
    }
    if (verb === 'answer') return answer.mutate({ ...edit, words: said }, { onSuccess });
    const verdict = verb === 'sign' ? 'signed' : 'askedBack';
    return sign.mutate({ ...edit, verdict, words: said }, { onSuccess });
  };
  const error = sign.error ?? answer.error ?? report.error;
  return (
    <Sheet
      title={says.title}
      footer={
        <Button
          kind="main"
          text={says.verb}
          isBusy={sign.isPending || answer.isPending || report.isPending}
          onTap={send}
        />
      }
      onClose={onClose}
    >
      <TextArea
        label={says.label}
        max={verb === 'report' ? MAX_REPORT : MAX_WORDS}
        initial=""
        onInput={(value) => {
          words.current = value;
        }}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
