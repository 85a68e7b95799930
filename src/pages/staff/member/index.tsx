import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMember, useSchoolStructure } from '../staff.queries';
import { PostingsForm } from './components/postings-form';

/** 安排身份: what one of the staff does, edited as a whole. */
export default function StaffMemberPage() {
  const memberId = useRouter().params.memberId ?? '';
  const member = useMember(memberId);
  // In the same call.
  const school = useSchoolStructure();
  if (member.data && school.data) {
    return <PostingsForm key={member.data.rev} member={member.data} school={school.data} />;
  }
  return (
    <Screen>
      <Answered query={member} skeleton={<Skeleton rows={6} />}>
        {() => <Answered query={school}>{() => null}</Answered>}
      </Answered>
    </Screen>
  );
}
