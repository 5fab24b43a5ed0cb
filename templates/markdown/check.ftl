<#import "_page.ftl" as a>
<@a.page>
# ${title}

Rule ${code(rule)}. ${which}

<#list findings as f><@a.finding f/></#list>
<@a.turn previous next/>
</@a.page>
