import { dayOf, daysBetween } from '../../../../domain/calendar/day';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Notice } from '../../../components/notice';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { sayDate } from '../../../platform/when';
import type { ListedCase } from '../../../sheets/attention/attention.queries';
import { useCases } from '../attention.queries';

/** 特别关注: the files within reach, by the day on which each is looked at next. */
export default function AttentionPage() {
  const cases = useCases();
  return (
    <Screen>
      <Answered query={cases as never} skeleton={<Skeleton rows={6} />}>
        {() => {
          const pages = cases.data?.pages ?? [];
          const all = pages.flatMap((page) => page.cases);
          return (
            <>
              <Notice text="这里只有名字和日期。孩子属于哪一类，在保密部分里，打开要写理由。" />
              {pages[0]?.may.assign && (
                <Card>
                  <Row
                    title="包靠领导"
                    note="谁还没有包靠学生，哪些学生还没有人包靠"
                    onTap={() => openPage('sponsors', {})}
                  />
                </Card>
              )}
              <Card title="按回访日期">
                {all.length === 0 && (
                  <Empty text="班主任、心理教师或政教处从学生页建立的档案会出现在这里。" />
                )}
                {all.map((found) => (
                  <CaseRow key={found.id} found={found} />
                ))}
                {cases.hasNextPage && (
                  <Button
                    kind="link"
                    text="再看一些"
                    isBusy={cases.isFetchingNextPage}
                    onTap={() => void cases.fetchNextPage()}
                  />
                )}
              </Card>
            </>
          );
        }}
      </Answered>
    </Screen>
  );
}

function CaseRow({ found }: { found: ListedCase }) {
  const { id, name, classLabel, what, sponsor } = found;
  return (
    <Row
      title={name}
      note={[classLabel, what, sponsor && `包靠 ${sponsor}`].filter(Boolean).join(' · ')}
      aside={sayReview(found)}
      onTap={() => openPage('attentionCase', { caseId: id })}
    />
  );
}

function sayReview({ reviewOn, isOverdue }: ListedCase): string {
  if (!isOverdue) return `${sayDate(reviewOn)}回访`;
  return `晚了 ${daysBetween(reviewOn, dayOf(new Date()))} 天`;
}
