import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { CLASS_WORK_KINDS } from '../../../../domain/class-work/class-work-kinds';
import { RECORD_KINDS } from '../../../../domain/regulation/record-kind';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { ChoiceSheet } from '../../../components/choice-sheet';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { type ClassWork, type ClassWorks, useClassWorks } from '../class-work.queries';
import { WorkSheet } from './components/work-sheet';
import { WorksCards } from './components/works-cards';

/** 班级工作: plans, class meetings, blackboard papers of a class and term; or sponsors' summaries. */
export default function ClassWorksPage() {
  const { classId } = useRouter().params;
  const [termId, setTermId] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState<'term' | 'kind' | ClassWork | null>(null);
  const works = useClassWorks({ classId, termId });
  const answer = works.data;
  const close = () => setOpen(null);
  const record = (kind: ClassWorks['kinds'][number], workId?: string) =>
    openPage('recordWork', {
      kind,
      ...(classId !== undefined && { classId }),
      ...(workId !== undefined && { workId }),
    });

  const begin = ({ kinds: [first, ...more] }: ClassWorks) => {
    if (first && more.length === 0) record(first);
    else setOpen('kind');
  };
  return (
    <Screen
      footer={
        answer && answer.kinds.length > 0 ? (
          <Button kind="main" text="记一条" onTap={() => begin(answer)} />
        ) : undefined
      }
      sheet={
        answer && (
          <>
            {open === 'term' && (
              <ChoiceSheet
                title="选一个学期"
                choices={answer.terms.map(({ id, label, isOver }) => ({
                  id,
                  text: label,
                  note: isOver ? '已结束，只能查看' : '',
                }))}
                chosenId={answer.term.id}
                onChoose={setTermId}
                onClose={close}
              />
            )}
            {open === 'kind' && (
              <ChoiceSheet
                title="记什么"
                choices={answer.kinds.map((kind) => ({
                  id: kind,
                  text: RECORD_KINDS[kind].label,
                  note: CLASS_WORK_KINDS[kind].hint,
                }))}
                chosenId={null}
                onChoose={(kind) => record(kind as ClassWorks['kinds'][number])}
                onClose={close}
              />
            )}
            {open !== null && typeof open === 'object' && (
              <WorkSheet
                work={open}
                onRevise={() => record(open.kind, open.id)}
                onVoided={() => void works.refetch()}
                onClose={close}
              />
            )}
          </>
        )
      }
    >
      <Answered query={works} skeleton={<Skeleton rows={6} />}>
        {(known) => (
          <WorksCards answer={known} onSwitchTerm={() => setOpen('term')} onOpen={setOpen} />
        )}
      </Answered>
    </Screen>
  );
}
