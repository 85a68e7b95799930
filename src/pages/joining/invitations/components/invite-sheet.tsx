import { useState } from 'react';
import type { InvitedPosting } from '../../../../../domain/access/invited-posting';
import { ROLES, type Role } from '../../../../../domain/access/roles';
import { STAFF_ROLES } from '../../../../../domain/access/staff';
import { REACHES_CLASSES } from '../../../../../domain/joining/staff-invitation.schema';
import { Button } from '../../../../components/button';
import { Chip, Chips } from '../../../../components/chip';
import { OneOf } from '../../../../components/choices';
import { sayFailure } from '../../../../components/failure';
import { TextField } from '../../../../components/field';
import { Notice } from '../../../../components/notice';
import { Sheet } from '../../../../components/sheet';
import { useWriteId } from '../../../../platform/use-api';
import { type Invitation, type Invitations, useRecordInvitation } from '../../joining.queries';

interface InviteSheetProps {
  from: Invitations;
  onMade(invitation: Invitation): void;
  onClose(): void;
}

const NOTHING: Omit<InvitedPosting, 'role'> = { classIds: [], divisionIds: [], subject: '' };

/** A whole office at a parents’ evening’s pace: one code for all of one kind. */
const MANY = 30;

/** Whom, as what, of which class; more roles are added later under 分工. */
export function InviteSheet({ from, onMade, onClose }: InviteSheetProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [reach, setReach] = useState(NOTHING);
  const [isMany, setMany] = useState(false);
  const { mutate, isPending, error } = useRecordInvitation();
  const writeIdOf = useWriteId();
  const roles = STAFF_ROLES.filter((one) => one !== 'principal' || from.mayInvitePrincipal);
  const choose = (chosen: Role) => {
    setRole(chosen);
    setReach(NOTHING);
  };
  const toggle = (field: 'classIds' | 'divisionIds', id: string) => {
    const ids = reach[field];
    const isOne = role === 'homeroomTeacher';
    const kept = ids.includes(id) ? ids.filter((one) => one !== id) : [...(isOne ? [] : ids), id];
    setReach({ ...reach, [field]: kept });
  };
  const save = () => {
    if (role === null) return;
    const content = { name, postings: [{ role, ...reach }], maxUses: isMany ? MANY : 1 };
    mutate({ ...content, writeId: writeIdOf(content) }, { onSuccess: onMade });
  };
  const chipsOf = (
    field: 'classIds' | 'divisionIds',
    choices: readonly { id: string; label: string }[],
  ) => (
    <Chips>
      {choices.map(({ id, label }) => (
        <Chip
          key={id}
          role="checkbox"
          text={label || '级部'}
          isChosen={reach[field].includes(id)}
          onTap={() => toggle(field, id)}
        />
      ))}
    </Chips>
  );
  return (
    <Sheet
      title="邀请一位老师"
      footer={
        <Button
          kind="main"
          text="做好邀请并复制"
          isDisabled={name.trim() === '' || role === null}
          isBusy={isPending}
          onTap={save}
        />
      }
      onClose={onClose}
    >
      <TextField
        label="给谁"
        placeholder="郑老师，或七年级各科老师"
        max={20}
        initial=""
        onInput={setName}
      />
      <OneOf
        label="身份"
        choices={roles.map((one) => [one, ROLES[one]] as const)}
        initial={null}
        onChoose={choose}
      />
      {role === 'subjectTeacher' && (
        <TextField
          label="学科"
          max={10}
          initial=""
          onInput={(subject) => setReach((before) => ({ ...before, subject }))}
        />
      )}
      {role !== null && REACHES_CLASSES.includes(role) && chipsOf('classIds', from.classes)}
      {role === 'divisionHead' && chipsOf('divisionIds', from.divisions)}
      <OneOf
        label="几个人用"
        choices={[
          ['one', '一个人'],
          ['many', `最多 ${MANY} 个人`],
        ]}
        initial={isMany ? 'many' : 'one'}
        onChoose={(key) => setMany(key === 'many')}
      />
      {error && <Notice kind="error" text={sayFailure(error)} />}
    </Sheet>
  );
}
