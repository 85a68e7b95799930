import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Chip, Chips } from '../../../../components/chip';
import { Empty } from '../../../../components/empty';
import { Notice } from '../../../../components/notice';
import { ShareButton } from '../../../../components/share-button';
import { showToast } from '../../../../components/toast';
import { copyText } from '../../../../platform/clipboard';
import { openPage } from '../../../../platform/navigate';
import type { ShareableCard } from '../../../../platform/share';
import { sayDate } from '../../../../platform/when';
import type { Campaign, Listed } from '../../interaction-form.queries';

interface WaitingCardProps {
  campaign: Campaign;
  label: string;
  students: Listed['students'];
  /** What can be given to the group of the class; null when there is nothing to remind of. */
  card: ShareableCard | null;
}

/** Who has not answered; a tap goes on with that student, and a reminder names nobody. */
export function WaitingCard({ campaign, label, students, card }: WaitingCardProps) {
  const { id, title, respondent, hasSchoolPart, closesOn, isOpen } = campaign;
  const isOfStudents = respondent === 'student';
  const go = ({ studentId, may }: Listed['students'][number]) => {
    if (hasSchoolPart && may.prepare) openPage('schoolPart', { campaign: id, student: studentId });
    else openPage('answerForm', { campaign: id, student: studentId });
  };
  const remind = async () => {
    await copyText(
      `请还没有填“${title}”的家长打开微信小程序“学情会商”，在“今天”里填写，${sayDate(closesOn)}截止，一分钟就好。谢谢！`,
    );
    showToast({ text: '提醒的话已复制，可以发到群里' });
  };
  const unprepared = students.filter((one) => one.may.prepare && !one.hasSchoolPart).length;
  return (
    <Card title="还没有填" aside={`${label} · ${students.length} 人`}>
      {students.length === 0 && <Empty text="都填好了。" />}
      {hasSchoolPart && unprepared > 0 && (
        <Notice text={`其中 ${unprepared} 人的在校情况还没有写，点名字就能写，家长会先看到。`} />
      )}
      {isOfStudents && isOpen && students.length > 0 && (
        <Notice text="也可以点名字，把手机交给学生填。" />
      )}
      <Chips>
        {students.map((student) => (
          <Chip
            key={student.studentId}
            text={hasSchoolPart && student.hasSchoolPart ? `${student.name} · 已写` : student.name}
            onTap={() => go(student)}
          />
        ))}
      </Chips>
      {card && students.length > 0 && (
        <>
          <ShareButton text="提醒发到群里" card={card} />
          <Button kind="link" text="只复制一句提醒" onTap={() => void remind()} />
        </>
      )}
    </Card>
  );
}
