import type { Answer } from '../../platform/api';
import { queryClient } from '../../platform/query';
import { useAnswer, useWrite } from '../../platform/use-api';

export type GuardianDoor = Answer<'guardianDoor', 'byId'>;
export type StaffDoor = Answer<'staffDoor', 'byId'>;
export type Families = Answer<'guardianRequest', 'list'>;
export type FamilyRequest = Families['requests'][number];
export type Invitations = Answer<'staffInvitation', 'list'>;
export type Invitation = Invitations['items'][number];

/** A wrong code is counted in the cloud, so looking through a door is a write. */
export const useGuardianDoor = () => useWrite('guardianDoor', 'byId', []);
export const useSubmitGuardianRequest = () => useWrite('guardianDoor', 'submit', ['guardianDoor']);
export const useOwnRequests = () => useAnswer('guardianDoor', 'list', {});

export const useStaffDoor = () => useWrite('staffDoor', 'byId', []);
export const useJoinAsStaff = () => useWrite('staffDoor', 'submit', []);

/** Whether any school here lets its staff in by phone. */
export const usePhoneDoor = () => useAnswer('phoneDoor', 'byId', {});
export const useOpenPhoneDoor = () => useWrite('phoneDoor', 'submit', []);
export const useRevisePhoneJoining = () =>
  useWrite('phoneJoining', 'revise', ['staffInvitation', 'school', 'phoneDoor']);

/** Whoever has just become somebody else: what pages underneath show is asked anew too. */
export const forgetAnswers = (): void => void queryClient.resetQueries();

export const useFamilies = (classId: string) => useAnswer('guardianRequest', 'list', { classId });
export const useRecordGuardianCode = () => useWrite('guardianCode', 'record', ['guardianRequest']);
export const useCloseGuardianCode = () => useWrite('guardianCode', 'close', ['guardianRequest']);
export const useGuardianCodePicture = (code: string) =>
  useAnswer('guardianCode', 'export', { code });

const REQUESTS = ['guardianRequest', 'familyVoiceDuty'] as const;
export const useCloseRequest = () => useWrite('guardianRequest', 'close', REQUESTS);
export const useVoidAnswer = () => useWrite('guardianRequest', 'void', REQUESTS);

export const useInvitations = () => useAnswer('staffInvitation', 'list', {});
export const useRecordInvitation = () => useWrite('staffInvitation', 'record', ['staffInvitation']);
export const useCloseInvitation = () => useWrite('staffInvitation', 'close', ['staffInvitation']);

export const useConsents = () => useAnswer('consent', 'list', {});
export const useWithdrawConsent = () => useWrite('consent', 'close', ['consent', 'me']);

/** What goes and what stays, and whether one has asked already. */
export const useErasure = (studentId: string) => useAnswer('erasureRequest', 'plan', { studentId });
export const useSubmitErasure = () => useWrite('erasureRequest', 'submit', ['erasureRequest']);
export const useVoidErasure = () => useWrite('erasureRequest', 'void', ['erasureRequest']);
