<#import "_page.ftl" as a>
<@a.page>
# Release ${release.name}<#if release.title?has_content>: ${release.title}</#if>

Schema **${release.version}**<#if release.bump == "initial">, the initial one<#elseif release.bump != "none">, a ${release.bump} step</#if>. ${release.headline}<#if release.date?has_content>, on ${release.date}</#if>. <#if breaking?has_content>${breakingCount} <#if breakingCount == 1>change breaks<#else>changes break</#if> users.<#elseif (doubtful > 0)>Nothing breaks for certain; ${doubtful} <#if doubtful == 1>change<#else>changes</#if> may break some users.<#else>Nothing that used the schema before should break.</#if><#if course?has_content> ${course}</#if><#if commit?has_content> Commit ${code(commit)}.</#if><#if beside?has_content> Followed beside the main history by <#list beside as b>${link(b)}<#sep>, </#list>.</#if>

<#if edited?has_content>
> **Edited since.** These migrations had another text in this release than they have today: <#list edited as e>${code(e)}<#sep>, </#list>.

</#if>
<#if breaking?has_content>
## Breaking

<@a.groups breaking/>

</#if>
<#if diagram?has_content>
## Picture

<@a.diagram diagram/>

</#if>
<#if added?has_content>
## Added

<@a.groups added/>

</#if>
<#if changed?has_content>
## Changed

<@a.groups changed/>

</#if>
<#if removed?has_content>
## Removed

<@a.groups removed/>

</#if>
<#if migrations?has_content>
## Upgrade

<#list migrations as m>
1.  ${link(m.name + " " + m.description, m.href)}<#if (m.breaking > 0)> **${m.breaking} breaking**</#if><#if m.by?has_content> (${m.by}, ${m.date})</#if>
<#if m.why?has_content>
    -   ${m.why}
</#if>
</#list>

<#if timed>
### Timeline

| Migration | Who waits | Rows |<#if ran> Where it ran |</#if>
| --- | --- | --- |<#if ran> --- |</#if>
<#list passages as p>
| ${link(p.migration)} | <#if p.waits?has_content>${p.waits} of <#list p.tables as t><#if (t?index < 4)>${link(t)}<#if t?has_next && (t?index < 3)>, </#if></#if></#list><#if (p.tables?size > 4)>, ${p.tables?size - 4} more</#if><#else>${p.nobody}</#if> | ${p.rows} |<#if ran> <#list p.runs as r>${r.environment}: <#if r.took?has_content>${r.took}, </#if><#if r.on?has_content>${r.on}<#if r.state != "applied">, ${r.state}</#if><#else>${r.state}</#if><#sep>; </#list> |</#if>
</#list>

</#if>
<#if locks?has_content>
### What waits

Measured on empty tables of ${engine}. Set `lock_timeout`: a lock that waits makes everybody behind it wait.

<@a.locks locks/>

</#if>
## Rollback

${rollbackSum}. Scripts were tried on empty tables of ${engine}; generated statements are on each migration's page.

<#list rollback as r>
1.  ${link(r.migration)}: <#if r.undo?has_content>${code(r.undo)} ${r.tried} </#if>${r.generated}<#if r.grade?has_content> **${r.grade}**</#if><#if r.lost?has_content> ${r.lost}</#if>
</#list>
</#if>
<@a.turn previous next/>
</@a.page>
