import { useState } from 'react';
import type { MeetingKindId } from '../../../../domain/regulation/meeting-words';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { OneOf } from '../../../components/choices';
import { Empty } from '../../../components/empty';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMayPlan } from '../consultation.queries';
import { ArchivedList } from './components/archived-list';

const EVERY_KIND = 'every';

/** 会商档案: what was held, term by term and kind by kind; a tap opens its minutes. */
export default function ArchivePage() {
  const all = useMayPlan();
  const [chosen, setChosen] = useState<string | null>(null);
  const [kind, setKind] = useState<MeetingKindId | typeof EVERY_KIND>(EVERY_KIND);
  return (
    <Screen>
      <Answered query={all} skeleton={<Skeleton rows={6} />}>
        {({ terms, kinds }) => {
          const termId = chosen ?? terms[0]?.id;
          if (termId === undefined)
            return <Empty text="学校设好校历以后，会商会按学期存在这里。" />;
          return (
            <>
              <Card>
                <OneOf
                  label="哪个学期"
                  choices={terms.map(({ id, label }) => [id, label] as const)}
                  initial={termId}
                  onChoose={setChosen}
                />
                <OneOf<MeetingKindId | typeof EVERY_KIND>
                  label="什么会"
                  choices={[
                    [EVERY_KIND, '都看'] as const,
                    ...kinds.map(({ id, label }) => [id, label] as const),
                  ]}
                  initial={kind}
                  onChoose={setKind}
                />
              </Card>
              <ArchivedList
                key={`${termId}~${kind}`}
                of={{ termId, ...(kind !== EVERY_KIND && { kindId: kind }) }}
              />
            </>
          );
        }}
      </Answered>
    </Screen>
  );
}
