export default definePageConfig({ navigationBarTitleText: '凭班级码填表' });
