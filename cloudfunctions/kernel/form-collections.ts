import { down, type IndexSpec, up } from './index-spec';

/** Those of 互动表; part of the table in `collections.ts`. */
export const FORM_COLLECTIONS = {
  interactionForms: [{ name: 'bySchool', keys: up('schoolId', 'formId') }],
  interactionCampaigns: [
    { name: 'byTime', keys: [...up('schoolId'), ['createdAt', -1], ['_id', -1]] },
    { name: 'bySender', keys: [...up('schoolId', 'createdBy'), ['createdAt', -1], ['_id', -1]] },
    // Open to many classes, or to students named one by one: what concerns a child is found by both.
    { name: 'byWindow', keys: up('schoolId', 'isWide', 'closesOn') },
    { name: 'byStudent', keys: up('schoolId', 'studentIds', 'closesOn') },
  ],
  interactionRecords: [
    { name: 'byStudent', keys: [...up('schoolId', 'studentId'), ['answeredAt', -1]] },
    { name: 'byClass', keys: up('schoolId', 'campaignId', 'classId', 'studentId') },
    {
      name: 'byCheck',
      keys: [...up('schoolId', 'campaignId', 'checkState'), ...down('answeredAt', '_id')],
    },
    {
      name: 'byClassCheck',
      keys: [
        ...up('schoolId', 'campaignId', 'classId', 'checkState'),
        ...down('answeredAt', '_id'),
      ],
    },
  ],
  interactionCodes: [
    { name: 'byClass', keys: [...up('schoolId', 'campaignId', 'classId'), ['expiresAt', -1]] },
    { name: 'byEnd', keys: up('schoolId', 'expiresAt') },
  ],
  interactionProgress: [
    { name: 'byCampaign', keys: up('schoolId', 'campaignId', 'classId') },
    { name: 'byClass', keys: up('schoolId', 'classId') },
    { name: 'byDivision', keys: up('schoolId', 'divisionId') },
  ],
  interactionThemes: [{ name: 'byCampaign', keys: up('schoolId', 'campaignId') }],
  schoolParts: [
    { name: 'byClass', keys: up('schoolId', 'campaignId', 'classId') },
    { name: 'byStudent', keys: up('schoolId', 'studentId', 'campaignId') },
    // Written in a class, whatever the form.
    { name: 'byOwnClass', keys: up('schoolId', 'classId', 'campaignId') },
  ],
} as const satisfies Record<string, readonly IndexSpec[]>;
