<#import "_page.ftl" as a>
<@a.page>
# ${title}

${blocks(textHtml)}
</@a.page>
