# A record of every type that the module emits, with something in each of its properties.

function New-FilledValue([type] $Type) {
    $bare = [Nullable]::GetUnderlyingType($Type)
    if ($null -ne $bare) { $Type = $bare }
    if ($Type.IsEnum) { return [enum]::GetValues($Type)[-1] }
    if ($Type.IsArray) {
        $list = [array]::CreateInstance($Type.GetElementType(), 2)
        $list[0] = $list[1] = New-FilledValue $Type.GetElementType()
        return , $list
    }

    switch ($Type.FullName) {
        'System.String' { return 'a text' }
        'System.Boolean' { return $true }
        'System.DateTime' { return [datetime]::new(2027, 2, 1) }
        'System.DateTimeOffset' { return [datetimeoffset]::new(2027, 2, 1, 9, 30, 0, [timespan]::Zero) }
        'System.TimeSpan' { return [timespan]::new(9, 0, 0) }
        'System.Uri' { return [uri] 'https://api.example.com/' }
    }

    if ($Type.IsPrimitive -or $Type -eq [decimal]) { return 3 -as $Type }
    if ($Type.IsGenericType) {
        $of = $Type.GetGenericArguments()[1]
        if ($of -eq [long]) { $table = [System.Collections.Generic.SortedDictionary[string, long]]::new() } else { $table = [System.Collections.Generic.Dictionary[string, object]]::new() }
        $table['RC005'] = if ($of -eq [long]) { [long] 2 } else { 'more' }
        return , $table
    }

    New-FilledRecord $Type
}

function New-FilledRecord([type] $Type) {
    $record = [Activator]::CreateInstance($Type)
    foreach ($property in $Type.GetProperties() | Where-Object CanWrite) { $property.SetValue($record, (New-FilledValue $property.PropertyType)) }
    $record
}

# Name and record; a connection and a sandbox are no records: they are good in their own process only.
function Get-FilledRecord {
    $types = [RocketComs.RcBatch].Assembly.GetExportedTypes() | Where-Object {
        $_.Name -match '^Rc(?!Sandbox|Connection)' -and $_.IsClass -and $_.GetConstructor([type]::EmptyTypes)
    }
    foreach ($type in $types) { @{ Name = $type.Name; Record = New-FilledRecord $type } }
}
