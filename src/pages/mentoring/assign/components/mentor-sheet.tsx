import { useState } from 'react';
import { MAX_REASON } from '../../../../../domain/mentoring/mentorship.schema';
import { Button } from '../../../../components/button';
import { Chip, Chips } from '../../../../components/chip';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { usePaged } from '../../../../components/paged';
import { Row } from '../../../../components/row';
import { Sheet } from '../../../../components/sheet';
import { showToast } from '../../../../components/toast';
import { useWriteId } from '../../../../platform/use-api';
import { type MentorPlan, type PossibleMentor, useAssignMentor } from '../../mentoring.queries';

const REASONS = ['任课调整', '老师岗位变动', '更熟悉这名学生'];
const AT_FIRST = 20;

interface MentorSheetProps {
  plan: MentorPlan;
  chosen: MentorPlan['students'];
  onAssigned(): void;
  onClose(): void;
}

/** Who becomes the mentor: those who teach the class first, each with how many they have. */
export function MentorSheet({ plan, chosen, onAssigned, onClose }: MentorSheetProps) {
  const isChange = chosen.some(({ mentor }) => mentor !== null);
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const { mutate, isPending, error } = useAssignMentor();
  const writeIdOf = useWriteId();
  const found = plan.mentors.filter(({ name }) => name.includes(words.trim()));
  const { shown, left, showMore } = usePaged(found, AT_FIRST);

  const assign = (mentor: PossibleMentor) => {
    const content = {
      mentorId: mentor.id,
      students: chosen.map(({ id, mentorshipId }) => ({ studentId: id, mentorshipId })),
      reason: isChange ? reason.trim() : '',
    };
    const onSuccess = () => {
      showToast({ text: `已请${mentor.name}做 ${chosen.length} 名学生的导师` });
      onAssigned();
      onClose();
    };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess });
  };
  const mayAssign = !isPending && (!isChange || reason.trim() !== '');
  return (
    <Sheet title={`${chosen.length} 名学生的导师`} onClose={onClose}>
      {isChange && (
        <>
          <Notice text="有学生已有导师。更换会保留历任导师，请说明原因。" />
          <Chips>
            {REASONS.map((one) => (
              <Chip
                key={one}
                role="radio"
                text={one}
                isChosen={reason === one}
                onTap={() => setReason(one)}
              />
            ))}
          </Chips>
          <TextField label="别的原因" max={MAX_REASON} initial="" onInput={setReason} />
        </>
      )}
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <TextField label="找一位老师" placeholder="姓名" max={20} initial="" onInput={setWords} />
      {shown.map((mentor) => {
        const isFull = mentor.mentees + chosen.length > plan.capacity;
        const load = `${mentor.mentees}/${plan.capacity}${isFull ? ' · 已满' : ''}`;
        return (
          <Row
            key={mentor.id}
            title={mentor.name}
            note={`${mentor.capacity} · 受导学生 ${load}`}
            {...(!isFull && mayAssign && { onTap: () => assign(mentor) })}
          />
        );
      })}
      {left > 0 && <Button kind="link" text={`还有 ${left} 位老师`} onTap={showMore} />}
    </Sheet>
  );
}
