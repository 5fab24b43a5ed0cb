<#import "_page.ftl" as a>
<@a.page>
# ${code(name)}

*${kind}*<#if formerNames?has_content>, formerly <#list formerNames as n>${code(n)}<#sep>, </#list></#if>

<#if comment?has_content>
${comment}

</#if>
<@a.facts facts/>

## Why

<@a.since since/>
<#if stub>
*This page is a stub: nobody has written down yet why this exists. Answer its questions in ${code(rationalePath)}, and remove the line* `status: stub`*.*

</#if>
<#if whyHtml?has_content>
${blocks(whyHtml + moreHtml)}
<#elseif missing>
*No one has written down why this exists. Write ${code(rationalePath)}, a Markdown page<#if frontMatter?has_content> whose front matter says ${code(frontMatter)}</#if>; its first lines will stand here.*

<#list origins as o>
<#if (o?index < 3)>
> ${o.why?truncate(420)} (${link(o.name + " " + o.description, o.href)}<#if o.by?has_content>, ${o.by}</#if>)

</#if>
</#list>
</#if>
<@a.edit edit/>

## Columns

| Name | Type | Default | Since | Note |
| --- | --- | --- | --- | --- |
<#list columns as c>
| ${anchor(c.anchor)}${code(c.name)}<#list c.keys as k> **${k}**</#list><#if c.deprecated> **deprecated**</#if> | ${codeLink(c.type, c.typeHref)}<#if c.nullable> null</#if><#list c.references as r><br />→ ${codeLink(r)}</#list><#if c.pointing?has_content><br />← <#list c.pointing as p>${codeLink(p)}<#sep>, </#list><#if (c.morePointing > 0)> and ${link(c.morePointing + " more", "#users")}</#if></#if> | ${code(c.standard)} | ${link(c.since)}<#if c.changed.text?has_content><br />changed ${link(c.changed)}</#if> | <#if c.noteHtml?has_content>${line(c.noteHtml)}<#else>${c.comment}</#if> |
</#list>
<#if diagram?has_content>

## Relations

<@a.diagram diagram/>
</#if>
<#if parts?has_content>

## Keys, constraints, indexes and rights

| Kind | Name | Definition |
| --- | --- | --- |
<#list parts as p>
| ${p.kind}<#if p.flag?has_content> (${p.flag})</#if> | ${anchor(p.anchor)}${code(p.name)} | ${line(p.definitionHtml)}<#if p.comment?has_content><br />${p.comment}</#if> |
</#list>
</#if>
<#if partitions?has_content>

## Partitions

<#list partitions as p>
-   ${codeLink(p)}
</#list>
</#if>
<#if usedBy?has_content>

## Used by

<#list usedBy as u>
-   <#if u?is_first>${anchor("users")}</#if>${u.label}: <#list u.links as l>${codeLink(l)}<#sep>, </#list>
</#list>
</#if>
<#if findings?has_content>

## Findings

<#list findings as f><@a.finding f/></#list>
</#if>

## History

<@a.lifeline groups/>
<#if whole?has_content>

${link("All of its history", whole)}: ${eventCount} change<#if eventCount != 1>s</#if> by ${groupCount} migration<#if groupCount != 1>s</#if>, columns release by release.
</#if>

## Definition

${sql(ddl)}
<@a.turn previous next/>
</@a.page>
