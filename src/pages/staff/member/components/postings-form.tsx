import { useState } from 'react';
import {
  ASSIGNABLE_ROLES,
  type AssignableRole,
  REACH_OF,
} from '../../../../../domain/staff/staff.schema';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { ChoiceSheet } from '../../../../components/choice-sheet';
import { useDraft } from '../../../../components/edit/use-draft';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Row } from '../../../../components/row';
import { Screen } from '../../../../components/screen';
import { showToast } from '../../../../components/toast';
import { openPage } from '../../../../platform/navigate';
import { refetchShown } from '../../../../platform/query';
import { useWriteId } from '../../../../platform/use-api';
import {
  type Member,
  type Posting,
  type SchoolStructure,
  useAssignStaff,
} from '../../staff.queries';
import { NameSheet } from './name-sheet';
import { PostingSheet } from './posting-sheet';
import { labelOfRole, sayPosting } from './say-posting';

interface PostingsFormProps {
  member: Member;
  school: SchoolStructure;
}

/** Which posting stands open: its place in the list, or the end of it for a new one. */
interface Open {
  place: number;
  posting: Posting;
}

const EMPTY = { classIds: [], divisionIds: [], studentIds: [], isWholeSchool: false, subject: '' };

/** All postings of one person; nothing counts before 保存. */
export function PostingsForm({ member, school }: PostingsFormProps) {
  const draft = useDraft(`staff ${member.id} ${member.rev}`, (found) =>
    Array.isArray(found) ? (found as Posting[]) : null,
  );
  const [postings, setPostings] = useState(draft.restored ?? member.postings);
  const [open, setOpen] = useState<Open | 'role' | 'name' | null>(null);
  const { mutateAsync, isPending, error } = useAssignStaff();
  const writeIdOf = useWriteId();

  const taken = classesTaken(postings, member, school);

  const change = (next: Posting[]) => {
    setPostings(next);
    draft.keep(next);
  };
  const send = async (wanted: Posting[], rev: number) => {
    const content = { memberId: member.id, rev, postings: wanted };
    const stored = await mutateAsync({ ...content, writeId: writeIdOf(content) });
    draft.drop();
    refetchShown();
    return stored.rev;
  };
  // By then the form stands anew over what was saved.
  const undo = async (rev: number) => {
    try {
      await send(member.postings, rev);
      showToast({ text: '已撤销' });
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };
  const save = async () => {
    try {
      const rev = await send(postings, member.rev);
      const action = { text: '撤销', onTap: () => void undo(rev) };
      showToast({
        text: '已保存，从下一次点开起有效',
        // A class that somebody else gave up would not come back to them by itself.
        ...(member.postings.length > 0 && taken.length === 0 && { action }),
      });
    } catch {
      // `error` says why.
    }
  };
  const begin = (role: AssignableRole) => {
    const posting = { ...EMPTY, role };
    if (REACH_OF[role] === 'none') return change([...postings, posting]);
    return setOpen({ place: postings.length, posting });
  };
  const put = (place: number, posting: Posting) => {
    change([...postings.slice(0, place), posting, ...postings.slice(place + 1)]);
    setOpen(null);
  };
  const remove = (place: number) => {
    change(postings.filter((_, index) => index !== place));
    setOpen(null);
  };

  return (
    <Screen
      footer={
        <Button
          kind="main"
          text="保存"
          isDisabled={postings === member.postings}
          isBusy={isPending}
          onTap={() => void save()}
        />
      }
      sheet={
        open === 'name' ? (
          <NameSheet member={member} onClose={() => setOpen(null)} />
        ) : open === 'role' ? (
          <ChoiceSheet
            title="加一个身份"
            choices={addable(postings).map((role) => ({
              id: role,
              text: labelOfRole(role, school),
            }))}
            chosenId={null}
            onChoose={(role) => begin(role as AssignableRole)}
            onClose={() => setOpen((now) => (now === 'role' ? null : now))}
          />
        ) : (
          open && (
            <PostingSheet
              posting={open.posting}
              school={school}
              onDone={(posting) => put(open.place, posting)}
              onRemove={open.place < postings.length ? () => remove(open.place) : null}
              onClose={() => setOpen(null)}
            />
          )
        )
      }
    >
      <Card
        title={member.name}
        aside={member.mentees > 0 ? `${member.mentees} 名受导学生` : undefined}
      >
        {postings.map((posting, place) => (
          <Row
            key={`${posting.role} ${posting.subject}`}
            title={labelOfRole(posting.role, school)}
            note={sayPosting(posting, school)}
            onTap={() => setOpen({ place, posting })}
          />
        ))}
        <Button kind="link" text="加一个身份" onTap={() => setOpen('role')} />
      </Card>
      <Notice text="一个人可以有几个身份，看到的范围相加。受导学生在“给学生安排导师”里改。" />
      {taken.map(({ id, label, homeroomTeacher }) => (
        <Notice
          key={id}
          kind="care"
          text={`${label}现在的班主任是${homeroomTeacher}，保存以后改由${member.name}担任。`}
        />
      ))}
      {error && <Notice kind="error" text={sayFailure(error)} />}
      <Card>
        <Row
          title="姓名和电话"
          note={sayPerson(member)}
          label={`改姓名：${member.name}`}
          onTap={() => setOpen('name')}
        />
        <Row
          title="离校交接"
          note="老师离开学校：看看手里有什么，交给谁"
          onTap={() => openPage('departure', { memberId: member.id })}
        />
      </Card>
    </Screen>
  );
}

/** 程知遥 · 138****0021 · 工号 T001 */
const sayPerson = ({ name, phone, staffNumber }: Member): string =>
  [name, phone, staffNumber && `工号 ${staffNumber}`].filter(Boolean).join(' · ');

const homeroomIds = (postings: readonly Posting[]): string[] =>
  postings.filter(({ role }) => role === 'homeroomTeacher').flatMap(({ classIds }) => classIds);

/** The classes that this change takes from another homeroom teacher. */
const classesTaken = (postings: readonly Posting[], member: Member, school: SchoolStructure) =>
  school.classes.filter(
    ({ id, homeroomTeacher }) =>
      homeroomTeacher !== '' &&
      homeroomIds(postings).includes(id) &&
      !homeroomIds(member.postings).includes(id),
  );

/** A teacher may teach several subjects; every other role is held once. */
const addable = (postings: readonly Posting[]): AssignableRole[] =>
  ASSIGNABLE_ROLES.filter(
    (role) => role === 'subjectTeacher' || !postings.some((posting) => posting.role === role),
  );
