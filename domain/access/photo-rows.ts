/** The row of pictures on their way: part of THE table in `permissions.ts`. */
export const PHOTO_ROWS = {
  'photoUpload.record': {
    label: '登记自己传上的照片',
    allow: {
      leader: 'self',
      divisionHead: 'self',
      homeroomTeacher: 'self',
      mentor: 'self',
      guardian: 'self',
    },
  },
} as const;
