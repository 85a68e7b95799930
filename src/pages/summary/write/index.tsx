import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Empty } from '../../../components/empty';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useSummary } from '../summary.queries';
import { CorrectForm } from './components/correct-form';
import { WordsForm } from './components/words-form';

/** 写几句 before it is signed; afterwards a correction, which says why. */
export default function WriteSummaryPage() {
  const summary = useSummary(useRouter().params.summaryId ?? '');
  const { data } = summary;
  if (!data) {
    return (
      <Screen>
        <Answered query={summary} skeleton={<Skeleton rows={6} />}>
          {() => null}
        </Answered>
      </Screen>
    );
  }
  const mayWrite = data.isSigned ? data.may.signOff : data.may.record;
  if (!mayWrite || data.replacedById !== null) {
    return (
      <Screen>
        <Empty text="这一份现在不能改，请回到小结里看看。" />
      </Screen>
    );
  }
  return data.isSigned ? (
    <CorrectForm key={data.rev} summary={data} />
  ) : (
    <WordsForm key={data.rev} summary={data} />
  );
}
