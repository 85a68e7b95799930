import { filesOf } from '../../../../../domain/interaction-form/interaction-form.rules';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { Empty } from '../../../../components/empty';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { newId } from '../../../../platform/id';
import { openPage } from '../../../../platform/navigate';
import { showPhotos } from '../../../../platform/photos/show';
import { sayWhen } from '../../../../platform/when';
import { type Opened, useOpenPhotos, useRelease } from '../../interaction-form.queries';
import { sayAnswer } from './answer-parts';
import { SchoolPartCard } from './school-part-card';

interface FilledFormProps {
  opened: Opened;
  onChanged(): void;
}

/** A form to read: what was answered, and what a teacher may do about it. */
export function FilledForm({ opened, onChanged }: FilledFormProps) {
  const { campaign, student, questions, record, schoolPart, may } = opened;
  const { mutateAsync, isPending } = useRelease();
  const release = async () => {
    try {
      await mutateAsync({ campaignId: campaign.id, studentId: student.id, writeId: newId() });
      showToast({ text: '已放行，其他老师也能看到了' });
      onChanged();
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };
  const photos = useOpenPhotos();
  const look = async () => {
    try {
      const urls = await photos.mutateAsync({ campaignId: campaign.id, studentId: student.id });
      if (urls[0] !== undefined) showPhotos(urls, urls[0]);
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };
  const hasFiles = filesOf(questions, record?.answers ?? {}).length > 0;
  return (
    <Screen>
      {schoolPart && <SchoolPartCard part={schoolPart} student={student} />}
      {may.prepare && (
        <Button
          text={schoolPart?.byName === null ? '写在校的情况' : '改在校的情况'}
          onTap={() => openPage('schoolPart', { campaign: campaign.id, student: student.id })}
        />
      )}
      <Card
        title={`${student.name} · ${campaign.title}`}
        aside={record ? sayWhen(String(record.answeredAt)) : undefined}
      >
        {!record && (
          <Empty text={campaign.isOpen ? '还没有填。填好以后出现在这里。' : '没有填。'} />
        )}
        {record?.isHidden && <Notice text="有文字正在由老师核对，核对后显示。" />}
        {record?.mayRelease && (
          <Notice
            kind="care"
            text="平台没有把握这里的文字是否合适，现在只有您和写的人能看到。"
            action={
              <Button
                kind="link"
                text="没有问题，放行"
                isBusy={isPending}
                onTap={() => void release()}
              />
            }
          />
        )}
        {record &&
          questions
            .filter(({ key }) => record.answers[key])
            .map((question) => (
              <Part
                key={question.key}
                label={question.label}
                text={sayAnswer(question, record.answers[question.key] ?? [])}
              />
            ))}
        {hasFiles && (
          <Button
            kind="link"
            text="看照片和签名（打开会留下记录）"
            isBusy={photos.isPending}
            onTap={() => void look()}
          />
        )}
      </Card>
    </Screen>
  );
}
