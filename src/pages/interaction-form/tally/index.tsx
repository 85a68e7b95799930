import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Notice } from '../../../components/notice';
import { Screen } from '../../../components/screen';
import { Progress } from '../../../components/segments';
import { Skeleton } from '../../../components/skeleton';
import { useTally } from '../interaction-form.queries';
import { ChoiceCounts } from './components/choice-counts';
import { TextsCard } from './components/texts-card';

/** 汇总: how many chose what, and free answers put into themes for a meeting (S0-41). */
export default function FormTallyPage() {
  const { campaign: campaignId = '', classId } = useRouter().params;
  const part = { campaignId, classId };
  const tally = useTally(part);
  return (
    <Screen>
      <Answered query={tally} skeleton={<Skeleton rows={8} />}>
        {({ campaign, label, students, answered, questions }) => (
          <>
            <Card title={campaign.title} aside={`${label ?? '全部'} · ${answered}/${students}`}>
              <Progress done={answered} of={students} />
              <Notice text="只有汇总，没有排名。文字请看过以后归成几个主题，开会时一起商量。" />
            </Card>
            {questions.map((question) => {
              if (question.options.length > 0) {
                return <ChoiceCounts key={question.key} question={question} answered={answered} />;
              }
              if (question.kind !== 'text') return null;
              return (
                <TextsCard
                  key={question.key}
                  part={part}
                  question={question}
                  onChanged={() => void tally.refetch()}
                />
              );
            })}
          </>
        )}
      </Answered>
    </Screen>
  );
}
