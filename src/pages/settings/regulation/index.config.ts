export default definePageConfig({ navigationBarTitleText: '会商制度' });
