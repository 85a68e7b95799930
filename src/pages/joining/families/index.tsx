import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { useFamilies } from '../joining.queries';
import { CodeCard } from './components/code-card';
import { RequestsCard } from './components/requests-card';

/** 家长加入: who waits for the homeroom teacher's word, the code to hand out, who has nobody yet. */
export default function FamiliesPage() {
  const classId = useRouter().params.classId ?? '';
  const families = useFamilies(classId);
  const refresh = () => void families.refetch();
  return (
    <Screen>
      <Answered query={families}>
        {(answer) => {
          const alone = answer.students.filter(({ guardians }) => guardians.length === 0);
          return (
            <>
              <RequestsCard
                requests={answer.requests}
                students={answer.students}
                onAnswered={refresh}
              />
              <CodeCard classId={classId} answer={answer} onChanged={refresh} />
              <Card title="还没有家长加入" aside={`${alone.length} 人`}>
                {alone.length === 0 && <Empty text="每个孩子都有家长加入了。" />}
                {alone.map(({ id, name }) => (
                  <Row key={id} title={name} />
                ))}
              </Card>
              <Card title="已加入的家长">
                {answer.students
                  .filter(({ guardians }) => guardians.length > 0)
                  .map(({ id, name, guardians }) => (
                    <Row key={id} title={name} note={guardians.join('、')} />
                  ))}
                {answer.withdrawn.map(({ childName, guardianName }) => (
                  <Row
                    key={`${childName}${guardianName}`}
                    title={childName}
                    note={`${guardianName} 已撤回同意`}
                  />
                ))}
              </Card>
            </>
          );
        }}
      </Answered>
    </Screen>
  );
}
