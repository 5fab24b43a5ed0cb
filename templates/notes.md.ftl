<#-- Release notes. The view is dev.annals.render.notes.NotesView; every text in it is Markdown. -->
# ${notes.title}

**Schema ${notes.version}**<#if notes.since?has_content> (<#if notes.bump == "none">no change<#else>${notes.bump}</#if>, after ${notes.since})</#if><#if notes.date?has_content> · ${notes.date}</#if>

${notes.headline}
<#list notes.warnings as warning>

> **Mind:** ${warning}
</#list>
<#if notes.breaking?has_content>

## Breaking

<#if notes.unbroken?has_content>
${notes.unbroken}

</#if>
<#list notes.breaking as item>
- **${item.summary}**<#if item.affects?has_content> (${item.affects})</#if>
<#list item.notes as note>
  - ${note}
</#list>
<#list item.witnesses as witness>
  - ${witness}
</#list>
<#if item.instead?has_content>
  - *What to do:* ${item.instead}
</#if>
</#list>
</#if>
<#list notes.groups as group>

## ${group.title}

<#list group.lines as line>
- ${line}
</#list>
</#list>
<#if notes.migrations?has_content>

## Upgrade

<#list notes.migrations as migration>
${migration?counter}. ${migration.name}<#if migration.description?has_content> ${migration.description}</#if><#if migration.by?has_content> (${migration.by})</#if>
</#list>
<#if notes.upgrade?has_content>

<#list notes.upgrade as line>
- ${line}
</#list>
</#if>

## Rollback

<#list notes.rollback as line>
- ${line}
</#list>
</#if>
<#if notes.why?has_content>

## Why

<#list notes.why as line>
- ${line}
</#list>
</#if>
<#if notes.edited?has_content>

## Files edited since

These migrations were part of this release with another text than they have today:

<#list notes.edited as file>
- ${file}
</#list>
</#if>
