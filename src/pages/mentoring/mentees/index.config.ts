export default definePageConfig({ navigationBarTitleText: '受导学生' });
