/** Somebody whom the console page offers to be. */
export interface Person {
  openid: string;
  name: string;
  /** As the school names them: 班主任, 导师, 家长 … */
  roles: string[];
  schoolName?: string;
}
