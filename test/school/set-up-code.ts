/** What whoever deploys sets in the console of the cloud, and hands to the school. */
export const SET_UP_CODE = 'QHSY-2026-KTXQ';

export const FUNCTION_VARIABLES = { api: { SETUP_CODE: SET_UP_CODE } };
