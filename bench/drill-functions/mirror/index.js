const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database();

/** Says whom it sees before and after waiting for the database, and what it was asked. */
exports.main = async ({ word, prepare }) => {
  if (prepare) return db.createCollection('mirror');
  const before = cloud.getWXContext().OPENID;
  await db.collection('mirror').count();
  return { before, after: cloud.getWXContext().OPENID, word };
};
