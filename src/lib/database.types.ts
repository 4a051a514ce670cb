
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "action_logs": {
                  Row: {
                    "action_code": string,"coins": number,"decided_at": string | null,"evidence_path": string | null,"has_photo": boolean,"id": string,"idempotency_key": string,"logged_at": string,"logged_on": string,"note": string,"reason": Database["public"]['Enums']["rejection_reason"] | null,"reason_note": string,"resident_id": string,"status": Database["public"]['Enums']["log_status"],"town_code": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "action_code": string,"coins": number,"decided_at"?: string | null,"evidence_path"?: string | null,"has_photo"?: never,"id"?: string,"idempotency_key": string,"logged_at"?: string,"logged_on"?: string,"note"?: string,"reason"?: Database["public"]['Enums']["rejection_reason"] | null,"reason_note"?: string,"resident_id": string,"status": Database["public"]['Enums']["log_status"],"town_code"?: string | null
                  }
                  Update: {
                    "action_code"?: string,"coins"?: number,"decided_at"?: string | null,"evidence_path"?: string | null,"has_photo"?: never,"id"?: string,"idempotency_key"?: string,"logged_at"?: string,"logged_on"?: string,"note"?: string,"reason"?: Database["public"]['Enums']["rejection_reason"] | null,"reason_note"?: string,"resident_id"?: string,"status"?: Database["public"]['Enums']["log_status"],"town_code"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"action_points": {
                  Row: {
                    "action_code": string,"changed_at": string,"changed_by": string | null,"closes": string | null,"daily_limit": number | null,"handle": string,"id": string,"is_demo": boolean,"is_open": boolean,"kind": Database["public"]['Enums']["point_kind"],"latitude": number | null,"longitude": number | null,"name_en": string,"name_zh": string,"opens": string | null,"radius_m": number | null,"town_code": string,"valid_from": string,"valid_until": string | null,"version": number,"weekdays": (number)[]
                  }
                  ComputedFields: never
                  Insert: {
                    "action_code": string,"changed_at"?: string,"changed_by"?: string | null,"closes"?: string | null,"daily_limit"?: number | null,"handle": string,"id": string,"is_demo"?: boolean,"is_open"?: boolean,"kind": Database["public"]['Enums']["point_kind"],"latitude"?: number | null,"longitude"?: number | null,"name_en": string,"name_zh": string,"opens"?: string | null,"radius_m"?: number | null,"town_code": string,"valid_from"?: string,"valid_until"?: string | null,"version"?: number,"weekdays"?: (number)[]
                  }
                  Update: {
                    "action_code"?: string,"changed_at"?: string,"changed_by"?: string | null,"closes"?: string | null,"daily_limit"?: number | null,"handle"?: string,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"kind"?: Database["public"]['Enums']["point_kind"],"latitude"?: number | null,"longitude"?: number | null,"name_en"?: string,"name_zh"?: string,"opens"?: string | null,"radius_m"?: number | null,"town_code"?: string,"valid_from"?: string,"valid_until"?: string | null,"version"?: number,"weekdays"?: (number)[]
                  }
                  Relationships: [
                    {
      foreignKeyName: "action_points_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "desk_prices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_points_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "green_actions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_points_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "price_list"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_points_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"action_prices": {
                  Row: {
                    "action_code": string,"announced_at": string | null,"announced_by": string | null,"coins": number,"cool_down_hours": number,"daily_cap": number,"minimum_quantity": number,"note_en": string,"note_zh": string,"proof": Database["public"]['Enums']["action_proof"],"review": Database["public"]['Enums']["action_review"],"valid_from": string,"weekly_cap": number,"yearly_cap": number
                  }
                  ComputedFields: never
                  Insert: {
                    "action_code": string,"announced_at"?: string | null,"announced_by"?: string | null,"coins": number,"cool_down_hours"?: number,"daily_cap": number,"minimum_quantity"?: number,"note_en"?: string,"note_zh"?: string,"proof": Database["public"]['Enums']["action_proof"],"review": Database["public"]['Enums']["action_review"],"valid_from": string,"weekly_cap": number,"yearly_cap": number
                  }
                  Update: {
                    "action_code"?: string,"announced_at"?: string | null,"announced_by"?: string | null,"coins"?: number,"cool_down_hours"?: number,"daily_cap"?: number,"minimum_quantity"?: number,"note_en"?: string,"note_zh"?: string,"proof"?: Database["public"]['Enums']["action_proof"],"review"?: Database["public"]['Enums']["action_review"],"valid_from"?: string,"weekly_cap"?: number,"yearly_cap"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "action_prices_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "desk_prices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_prices_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "green_actions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_prices_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "price_list"
      referencedColumns: ["code"]
    }
                  ]
                },"adjustments": {
                  Row: {
                    "change": number,"decided_at": string | null,"decided_by": string | null,"id": string,"note": string,"reason": string,"requested_at": string,"requested_by": string,"resident_id": string,"status": Database["public"]['Enums']["adjustment_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "change": number,"decided_at"?: string | null,"decided_by"?: string | null,"id": string,"note"?: string,"reason": string,"requested_at"?: string,"requested_by": string,"resident_id": string,"status"?: Database["public"]['Enums']["adjustment_status"]
                  }
                  Update: {
                    "change"?: number,"decided_at"?: string | null,"decided_by"?: string | null,"id"?: string,"note"?: string,"reason"?: string,"requested_at"?: string,"requested_by"?: string,"resident_id"?: string,"status"?: Database["public"]['Enums']["adjustment_status"]
                  }
                  Relationships: [
                    
                  ]
                },"audit_entries": {
                  Row: {
                    "act": string,"actor_id": string | null,"address": string,"after": Json | null,"agent": string,"at": string,"before": Json | null,"detail": NonNullable<Json>,"id": number,"subject_id": string,"subject_kind": string
                  }
                  ComputedFields: never
                  Insert: {
                    "act": string,"actor_id"?: string | null,"address"?: string,"after"?: Json | null,"agent"?: string,"at"?: string,"before"?: Json | null,"detail"?: NonNullable<Json>,"id"?: never,"subject_id"?: string,"subject_kind": string
                  }
                  Update: {
                    "act"?: string,"actor_id"?: string | null,"address"?: string,"after"?: Json | null,"agent"?: string,"at"?: string,"before"?: Json | null,"detail"?: NonNullable<Json>,"id"?: never,"subject_id"?: string,"subject_kind"?: string
                  }
                  Relationships: [
                    
                  ]
                },"bases": {
                  Row: {
                    "accessibility_en": string,"accessibility_zh": string,"changed_at": string,"changed_by": string | null,"courses_en": string,"courses_zh": string,"creation_key": string | null,"directions_en": string,"directions_zh": string,"host_en": string,"host_zh": string,"id": string,"is_demo": boolean,"is_provincial": boolean,"is_public": boolean,"kind": Database["public"]['Enums']["base_kind"],"name_en": string,"name_zh": string,"opening_en": string,"opening_zh": string,"slug": string,"source_section": string | null,"summary_en": string,"summary_zh": string,"town_code": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "accessibility_en"?: string,"accessibility_zh"?: string,"changed_at"?: string,"changed_by"?: string | null,"courses_en"?: string,"courses_zh"?: string,"creation_key"?: string | null,"directions_en"?: string,"directions_zh"?: string,"host_en"?: string,"host_zh"?: string,"id"?: string,"is_demo"?: boolean,"is_provincial"?: boolean,"is_public"?: boolean,"kind": Database["public"]['Enums']["base_kind"],"name_en": string,"name_zh": string,"opening_en"?: string,"opening_zh"?: string,"slug": string,"source_section"?: string | null,"summary_en"?: string,"summary_zh"?: string,"town_code": string,"version"?: number
                  }
                  Update: {
                    "accessibility_en"?: string,"accessibility_zh"?: string,"changed_at"?: string,"changed_by"?: string | null,"courses_en"?: string,"courses_zh"?: string,"creation_key"?: string | null,"directions_en"?: string,"directions_zh"?: string,"host_en"?: string,"host_zh"?: string,"id"?: string,"is_demo"?: boolean,"is_provincial"?: boolean,"is_public"?: boolean,"kind"?: Database["public"]['Enums']["base_kind"],"name_en"?: string,"name_zh"?: string,"opening_en"?: string,"opening_zh"?: string,"slug"?: string,"source_section"?: string | null,"summary_en"?: string,"summary_zh"?: string,"town_code"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "bases_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"certificates": {
                  Row: {
                    "code": string,"id": string,"issued_at": string,"name": string,"registration_id": string,"resident_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"id"?: string,"issued_at"?: string,"name": string,"registration_id": string,"resident_id": string
                  }
                  Update: {
                    "code"?: string,"id"?: string,"issued_at"?: string,"name"?: string,"registration_id"?: string,"resident_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "certificate_is_of_a_registration"
      columns: ["resident_id","registration_id"]
isOneToOne: true
      referencedRelation: "registrations"
      referencedColumns: ["resident_id","id"]
    }
                  ]
                },"check_ins": {
                  Row: {
                    "device": string,"how": Database["public"]['Enums']["check_in_how"],"kind": Database["public"]['Enums']["check_in_kind"],"nonce": string,"number": number,"people": number,"received_at": string,"recorded_by": string | null,"registration_id": string | null,"resident_id": string | null,"scanned_at": string,"session_id": string,"undoes": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "device"?: string,"how": Database["public"]['Enums']["check_in_how"],"kind": Database["public"]['Enums']["check_in_kind"],"nonce": string,"number"?: never,"people"?: number,"received_at"?: string,"recorded_by"?: string | null,"registration_id"?: string | null,"resident_id"?: string | null,"scanned_at": string,"session_id": string,"undoes"?: string | null
                  }
                  Update: {
                    "device"?: string,"how"?: Database["public"]['Enums']["check_in_how"],"kind"?: Database["public"]['Enums']["check_in_kind"],"nonce"?: string,"number"?: never,"people"?: number,"received_at"?: string,"recorded_by"?: string | null,"registration_id"?: string | null,"resident_id"?: string | null,"scanned_at"?: string,"session_id"?: string,"undoes"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "check_ins_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "desk_sessions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "check_ins_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["session_id"]
    },{
      foreignKeyName: "check_ins_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_sessions"
      referencedColumns: ["id"]
    }
                  ]
                },"consents": {
                  Row: {
                    "document": string,"given_at": string,"resident_id": string,"version": string
                  }
                  ComputedFields: never
                  Insert: {
                    "document": string,"given_at"?: string,"resident_id"?: string,"version": string
                  }
                  Update: {
                    "document"?: string,"given_at"?: string,"resident_id"?: string,"version"?: string
                  }
                  Relationships: [
                    
                  ]
                },"event_answers": {
                  Row: {
                    "answered_on": string,"learnt": number,"registration_id": string,"resident_id": string,"session_id": string,"words": string,"worth": number
                  }
                  ComputedFields: never
                  Insert: {
                    "answered_on"?: string,"learnt": number,"registration_id": string,"resident_id": string,"session_id": string,"words"?: string,"worth": number
                  }
                  Update: {
                    "answered_on"?: string,"learnt"?: number,"registration_id"?: string,"resident_id"?: string,"session_id"?: string,"words"?: string,"worth"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "answer_is_of_a_registration"
      columns: ["resident_id","registration_id"]
isOneToOne: true
      referencedRelation: "registrations"
      referencedColumns: ["resident_id","id"]
    },{
      foreignKeyName: "event_answers_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "desk_sessions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_answers_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["session_id"]
    },{
      foreignKeyName: "event_answers_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_sessions"
      referencedColumns: ["id"]
    }
                  ]
                },"event_changes": {
                  Row: {
                    "at": string,"event_id": string,"id": number,"kind": Database["public"]['Enums']["event_change_kind"],"session_id": string | null,"text_en": string,"text_zh": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at"?: string,"event_id": string,"id"?: never,"kind": Database["public"]['Enums']["event_change_kind"],"session_id"?: string | null,"text_en": string,"text_zh": string
                  }
                  Update: {
                    "at"?: string,"event_id"?: string,"id"?: never,"kind"?: Database["public"]['Enums']["event_change_kind"],"session_id"?: string | null,"text_en"?: string,"text_zh"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_changes_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "desk_events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_changes_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["event_id"]
    },{
      foreignKeyName: "event_changes_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_changes_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "my_registrations"
      referencedColumns: ["event_id"]
    }
                  ]
                },"event_sessions": {
                  Row: {
                    "cancel_reason_en": string,"cancel_reason_zh": string,"capacity": number,"changed_at": string,"closes_at": string,"ends_at": string,"event_id": string,"id": string,"opens_at": string,"place_en": string,"place_zh": string,"seats_taken": number,"sequence": number,"starts_at": string,"status": Database["public"]['Enums']["session_status"],"waiting": number,"waitlist_limit": number
                  }
                  ComputedFields: never
                  Insert: {
                    "cancel_reason_en"?: string,"cancel_reason_zh"?: string,"capacity": number,"changed_at"?: string,"closes_at": string,"ends_at": string,"event_id": string,"id"?: string,"opens_at"?: string,"place_en": string,"place_zh": string,"seats_taken"?: number,"sequence"?: number,"starts_at": string,"status"?: Database["public"]['Enums']["session_status"],"waiting"?: number,"waitlist_limit"?: number
                  }
                  Update: {
                    "cancel_reason_en"?: string,"cancel_reason_zh"?: string,"capacity"?: number,"changed_at"?: string,"closes_at"?: string,"ends_at"?: string,"event_id"?: string,"id"?: string,"opens_at"?: string,"place_en"?: string,"place_zh"?: string,"seats_taken"?: number,"sequence"?: number,"starts_at"?: string,"status"?: Database["public"]['Enums']["session_status"],"waiting"?: number,"waitlist_limit"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "desk_events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["event_id"]
    },{
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "my_registrations"
      referencedColumns: ["event_id"]
    }
                  ]
                },"events": {
                  Row: {
                    "accessibility_en": string,"accessibility_zh": string,"audience_en": string,"audience_zh": string,"base_id": string,"cancel_reason_en": string,"cancel_reason_zh": string,"changed_at": string,"changed_by": string | null,"coins": number,"cover": string,"created_by": string | null,"creation_key": string | null,"except_on": (string)[],"guardian_below": number | null,"id": string,"is_demo": boolean,"kind": Database["public"]['Enums']["event_kind"],"languages": (string)[],"maximum_age": number | null,"minimum_age": number | null,"minutes_en": string,"minutes_published_at": string | null,"minutes_zh": string,"programme_en": string,"programme_zh": string,"published_at": string | null,"questions": NonNullable<Json>,"recurrence": string,"search_text": string,"session_edits": number,"slug": string,"status": Database["public"]['Enums']["event_status"],"summary_en": string,"summary_zh": string,"theme": Database["public"]['Enums']["event_theme"],"title_en": string,"title_zh": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "accessibility_en"?: string,"accessibility_zh"?: string,"audience_en"?: string,"audience_zh"?: string,"base_id": string,"cancel_reason_en"?: string,"cancel_reason_zh"?: string,"changed_at"?: string,"changed_by"?: string | null,"coins"?: number,"cover"?: string,"created_by"?: string | null,"creation_key"?: string | null,"except_on"?: (string)[],"guardian_below"?: number | null,"id"?: string,"is_demo"?: boolean,"kind": Database["public"]['Enums']["event_kind"],"languages"?: (string)[],"maximum_age"?: number | null,"minimum_age"?: number | null,"minutes_en"?: string,"minutes_published_at"?: string | null,"minutes_zh"?: string,"programme_en"?: string,"programme_zh"?: string,"published_at"?: string | null,"questions"?: NonNullable<Json>,"recurrence"?: string,"search_text"?: never,"session_edits"?: number,"slug": string,"status"?: Database["public"]['Enums']["event_status"],"summary_en"?: string,"summary_zh"?: string,"theme"?: Database["public"]['Enums']["event_theme"],"title_en": string,"title_zh": string,"version"?: number
                  }
                  Update: {
                    "accessibility_en"?: string,"accessibility_zh"?: string,"audience_en"?: string,"audience_zh"?: string,"base_id"?: string,"cancel_reason_en"?: string,"cancel_reason_zh"?: string,"changed_at"?: string,"changed_by"?: string | null,"coins"?: number,"cover"?: string,"created_by"?: string | null,"creation_key"?: string | null,"except_on"?: (string)[],"guardian_below"?: number | null,"id"?: string,"is_demo"?: boolean,"kind"?: Database["public"]['Enums']["event_kind"],"languages"?: (string)[],"maximum_age"?: number | null,"minimum_age"?: number | null,"minutes_en"?: string,"minutes_published_at"?: string | null,"minutes_zh"?: string,"programme_en"?: string,"programme_zh"?: string,"published_at"?: string | null,"questions"?: NonNullable<Json>,"recurrence"?: string,"search_text"?: never,"session_edits"?: number,"slug"?: string,"status"?: Database["public"]['Enums']["event_status"],"summary_en"?: string,"summary_zh"?: string,"theme"?: Database["public"]['Enums']["event_theme"],"title_en"?: string,"title_zh"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "bases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "desk_bases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["base_id"]
    }
                  ]
                },"feedback": {
                  Row: {
                    "answer_en": string,"answer_zh": string,"answered_at": string | null,"assigned_at": string | null,"changed_at": string,"changed_by": string | null,"confirmed_at": string | null,"department": string | null,"due_on": string,"duplicate_of": string | null,"duplicates": number,"id": string,"is_demo": boolean,"is_public": boolean,"is_verified": boolean | null,"kind": Database["public"]['Enums']["feedback_kind"],"number": number,"photos_public": (string)[],"place_text": string,"public_text": string,"published_at": string | null,"received_at": string,"reopened_count": number,"status": Database["public"]['Enums']["feedback_status"],"town_code": string | null,"version": number,"wants_public": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "answer_en"?: string,"answer_zh"?: string,"answered_at"?: string | null,"assigned_at"?: string | null,"changed_at"?: string,"changed_by"?: string | null,"confirmed_at"?: string | null,"department"?: string | null,"due_on": string,"duplicate_of"?: string | null,"duplicates"?: number,"id"?: string,"is_demo"?: boolean,"is_public"?: boolean,"is_verified"?: boolean | null,"kind": Database["public"]['Enums']["feedback_kind"],"number"?: never,"photos_public"?: (string)[],"place_text"?: string,"public_text"?: string,"published_at"?: string | null,"received_at"?: string,"reopened_count"?: number,"status"?: Database["public"]['Enums']["feedback_status"],"town_code"?: string | null,"version"?: number,"wants_public": boolean
                  }
                  Update: {
                    "answer_en"?: string,"answer_zh"?: string,"answered_at"?: string | null,"assigned_at"?: string | null,"changed_at"?: string,"changed_by"?: string | null,"confirmed_at"?: string | null,"department"?: string | null,"due_on"?: string,"duplicate_of"?: string | null,"duplicates"?: number,"id"?: string,"is_demo"?: boolean,"is_public"?: boolean,"is_verified"?: boolean | null,"kind"?: Database["public"]['Enums']["feedback_kind"],"number"?: never,"photos_public"?: (string)[],"place_text"?: string,"public_text"?: string,"published_at"?: string | null,"received_at"?: string,"reopened_count"?: number,"status"?: Database["public"]['Enums']["feedback_status"],"town_code"?: string | null,"version"?: number,"wants_public"?: boolean
                  }
                  Relationships: [
                    {
      foreignKeyName: "feedback_duplicate_of_fkey"
      columns: ["duplicate_of"]
isOneToOne: false
      referencedRelation: "desk_feedback"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "feedback_duplicate_of_fkey"
      columns: ["duplicate_of"]
isOneToOne: false
      referencedRelation: "feedback"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "feedback_duplicate_of_fkey"
      columns: ["duplicate_of"]
isOneToOne: false
      referencedRelation: "public_feedback"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "feedback_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"feedback_steps": {
                  Row: {
                    "at": string,"department": string | null,"due_on": string | null,"feedback_id": string,"id": number,"step": Database["public"]['Enums']["feedback_step"],"words": string
                  }
                  ComputedFields: never
                  Insert: {
                    "at"?: string,"department"?: string | null,"due_on"?: string | null,"feedback_id": string,"id"?: never,"step": Database["public"]['Enums']["feedback_step"],"words"?: string
                  }
                  Update: {
                    "at"?: string,"department"?: string | null,"due_on"?: string | null,"feedback_id"?: string,"id"?: never,"step"?: Database["public"]['Enums']["feedback_step"],"words"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "feedback_steps_feedback_id_fkey"
      columns: ["feedback_id"]
isOneToOne: false
      referencedRelation: "desk_feedback"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "feedback_steps_feedback_id_fkey"
      columns: ["feedback_id"]
isOneToOne: false
      referencedRelation: "feedback"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "feedback_steps_feedback_id_fkey"
      columns: ["feedback_id"]
isOneToOne: false
      referencedRelation: "public_feedback"
      referencedColumns: ["id"]
    }
                  ]
                },"fund_pledges": {
                  Row: {
                    "changed_at": string,"changed_by": string | null,"fen": number,"id": string,"is_demo": boolean,"kind": Database["public"]['Enums']["pledge_kind"],"pledged_on": string,"sponsor_en": string,"sponsor_zh": string,"version": number,"withdrawn_at": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"changed_by"?: string | null,"fen": number,"id": string,"is_demo"?: boolean,"kind": Database["public"]['Enums']["pledge_kind"],"pledged_on": string,"sponsor_en": string,"sponsor_zh": string,"version"?: number,"withdrawn_at"?: string | null
                  }
                  Update: {
                    "changed_at"?: string,"changed_by"?: string | null,"fen"?: number,"id"?: string,"is_demo"?: boolean,"kind"?: Database["public"]['Enums']["pledge_kind"],"pledged_on"?: string,"sponsor_en"?: string,"sponsor_zh"?: string,"version"?: number,"withdrawn_at"?: string | null
                  }
                  Relationships: [
                    
                  ]
                },"green_actions": {
                  Row: {
                    "code": string,"hint_en": string,"hint_zh": string,"is_open": boolean,"name_en": string,"name_zh": string,"plan_section": string,"position": number
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"hint_en": string,"hint_zh": string,"is_open"?: boolean,"name_en": string,"name_zh": string,"plan_section": string,"position": number
                  }
                  Update: {
                    "code"?: string,"hint_en"?: string,"hint_zh"?: string,"is_open"?: boolean,"name_en"?: string,"name_zh"?: string,"plan_section"?: string,"position"?: number
                  }
                  Relationships: [
                    
                  ]
                },"green_cells": {
                  Row: {
                    "changed_at": string,"changed_by": string | null,"id": string,"is_demo": boolean,"is_open": boolean,"join_code": string,"kind": Database["public"]['Enums']["cell_kind"],"members": number,"name_en": string,"name_zh": string,"opened_by": string | null,"town_code": string | null,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"changed_by"?: string | null,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"join_code": string,"kind": Database["public"]['Enums']["cell_kind"],"members"?: number,"name_en": string,"name_zh": string,"opened_by"?: string | null,"town_code"?: string | null,"version"?: number
                  }
                  Update: {
                    "changed_at"?: string,"changed_by"?: string | null,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"join_code"?: string,"kind"?: Database["public"]['Enums']["cell_kind"],"members"?: number,"name_en"?: string,"name_zh"?: string,"opened_by"?: string | null,"town_code"?: string | null,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "green_cells_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"imports": {
                  Row: {
                    "accepted": number,"coins": number,"content_hash": string,"file_name": string,"id": string,"partner_id": string,"posted_at": string,"posted_by": string | null,"rows": number,"sha256": string
                  }
                  ComputedFields: never
                  Insert: {
                    "accepted"?: number,"coins"?: number,"content_hash": string,"file_name": string,"id": string,"partner_id": string,"posted_at"?: string,"posted_by"?: string | null,"rows": number,"sha256": string
                  }
                  Update: {
                    "accepted"?: number,"coins"?: number,"content_hash"?: string,"file_name"?: string,"id"?: string,"partner_id"?: string,"posted_at"?: string,"posted_by"?: string | null,"rows"?: number,"sha256"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "imports_partner_id_fkey"
      columns: ["partner_id"]
isOneToOne: false
      referencedRelation: "desk_partners"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "imports_partner_id_fkey"
      columns: ["partner_id"]
isOneToOne: false
      referencedRelation: "partners"
      referencedColumns: ["id"]
    }
                  ]
                },"log_appeals": {
                  Row: {
                    "appealed_at": string,"log_id": string,"resident_id": string,"text": string
                  }
                  ComputedFields: never
                  Insert: {
                    "appealed_at"?: string,"log_id": string,"resident_id": string,"text": string
                  }
                  Update: {
                    "appealed_at"?: string,"log_id"?: string,"resident_id"?: string,"text"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "log_appeals_resident_id_log_id_fkey"
      columns: ["resident_id","log_id"]
isOneToOne: true
      referencedRelation: "action_logs"
      referencedColumns: ["resident_id","id"]
    }
                  ]
                },"merchants": {
                  Row: {
                    "accessibility_en": string,"accessibility_zh": string,"address_en": string,"address_zh": string,"changed_at": string,"changed_by": string | null,"closed_at": string | null,"id": string,"is_demo": boolean,"name_en": string,"name_zh": string,"step_free": boolean | null,"town_code": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "accessibility_en"?: string,"accessibility_zh"?: string,"address_en"?: string,"address_zh"?: string,"changed_at"?: string,"changed_by"?: string | null,"closed_at"?: string | null,"id"?: string,"is_demo"?: boolean,"name_en": string,"name_zh": string,"step_free"?: boolean | null,"town_code": string,"version"?: number
                  }
                  Update: {
                    "accessibility_en"?: string,"accessibility_zh"?: string,"address_en"?: string,"address_zh"?: string,"changed_at"?: string,"changed_by"?: string | null,"closed_at"?: string | null,"id"?: string,"is_demo"?: boolean,"name_en"?: string,"name_zh"?: string,"step_free"?: boolean | null,"town_code"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "merchants_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"moderation_decisions": {
                  Row: {
                    "approved": boolean | null,"decided_at": string,"id": number,"kind": Database["public"]['Enums']["decision_kind"],"log_id": string,"moderator_id": string,"note": string,"reason": Database["public"]['Enums']["rejection_reason"] | null,"transfer_id": number | null
                  }
                  ComputedFields: never
                  Insert: {
                    "approved"?: boolean | null,"decided_at"?: string,"id"?: never,"kind"?: Database["public"]['Enums']["decision_kind"],"log_id": string,"moderator_id": string,"note"?: string,"reason"?: Database["public"]['Enums']["rejection_reason"] | null,"transfer_id"?: number | null
                  }
                  Update: {
                    "approved"?: boolean | null,"decided_at"?: string,"id"?: never,"kind"?: Database["public"]['Enums']["decision_kind"],"log_id"?: string,"moderator_id"?: string,"note"?: string,"reason"?: Database["public"]['Enums']["rejection_reason"] | null,"transfer_id"?: number | null
                  }
                  Relationships: [
                    
                  ]
                },"notices": {
                  Row: {
                    "created_at": string,"id": string,"key": string,"kind": string,"path": string,"read_at": string | null,"resident_id": string,"values": NonNullable<Json>
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"id"?: string,"key": string,"kind": string,"path": string,"read_at"?: string | null,"resident_id": string,"values"?: NonNullable<Json>
                  }
                  Update: {
                    "created_at"?: string,"id"?: string,"key"?: string,"kind"?: string,"path"?: string,"read_at"?: string | null,"resident_id"?: string,"values"?: NonNullable<Json>
                  }
                  Relationships: [
                    
                  ]
                },"partners": {
                  Row: {
                    "action_code": string,"changed_at": string,"changed_by": string | null,"id": string,"is_demo": boolean,"is_open": boolean,"name_en": string,"name_zh": string,"unit_en": string,"unit_zh": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "action_code": string,"changed_at"?: string,"changed_by"?: string | null,"id": string,"is_demo"?: boolean,"is_open"?: boolean,"name_en": string,"name_zh": string,"unit_en": string,"unit_zh": string,"version"?: number
                  }
                  Update: {
                    "action_code"?: string,"changed_at"?: string,"changed_by"?: string | null,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"name_en"?: string,"name_zh"?: string,"unit_en"?: string,"unit_zh"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "partners_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "desk_prices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "partners_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "green_actions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "partners_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "price_list"
      referencedColumns: ["code"]
    }
                  ]
                },"population_margins": {
                  Row: {
                    "as_of": string,"is_demo": boolean,"level": string,"population": number,"source": string,"variable": string
                  }
                  ComputedFields: never
                  Insert: {
                    "as_of": string,"is_demo"?: boolean,"level": string,"population": number,"source": string,"variable": string
                  }
                  Update: {
                    "as_of"?: string,"is_demo"?: boolean,"level"?: string,"population"?: number,"source"?: string,"variable"?: string
                  }
                  Relationships: [
                    
                  ]
                },"profiles": {
                  Row: {
                    "created_at": string,"display_name": string,"locale": string,"resident_id": string,"town_code": string | null,"wants_mail": boolean
                  }
                  ComputedFields: never
                  Insert: {
                    "created_at"?: string,"display_name"?: string,"locale"?: string,"resident_id": string,"town_code"?: string | null,"wants_mail"?: boolean
                  }
                  Update: {
                    "created_at"?: string,"display_name"?: string,"locale"?: string,"resident_id"?: string,"town_code"?: string | null,"wants_mail"?: boolean
                  }
                  Relationships: [
                    {
      foreignKeyName: "profiles_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"questionnaire_versions": {
                  Row: {
                    "content": NonNullable<Json>,"published_at": string,"published_by": string | null,"questionnaire_id": string,"sha256": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "content": NonNullable<Json>,"published_at"?: string,"published_by"?: string | null,"questionnaire_id": string,"sha256": string,"version": number
                  }
                  Update: {
                    "content"?: NonNullable<Json>,"published_at"?: string,"published_by"?: string | null,"questionnaire_id"?: string,"sha256"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "questionnaire_versions_questionnaire_id_fkey"
      columns: ["questionnaire_id"]
isOneToOne: false
      referencedRelation: "desk_questionnaires"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "questionnaire_versions_questionnaire_id_fkey"
      columns: ["questionnaire_id"]
isOneToOne: false
      referencedRelation: "questionnaires"
      referencedColumns: ["id"]
    }
                  ]
                },"questionnaires": {
                  Row: {
                    "changed_at": string,"changed_by": string | null,"draft": NonNullable<Json>,"id": string,"is_demo": boolean,"is_template": boolean,"title_en": string,"title_zh": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"changed_by"?: string | null,"draft": NonNullable<Json>,"id": string,"is_demo"?: boolean,"is_template"?: boolean,"title_en": string,"title_zh": string,"version"?: number
                  }
                  Update: {
                    "changed_at"?: string,"changed_by"?: string | null,"draft"?: NonNullable<Json>,"id"?: string,"is_demo"?: boolean,"is_template"?: boolean,"title_en"?: string,"title_zh"?: string,"version"?: number
                  }
                  Relationships: [
                    
                  ]
                },"redemptions": {
                  Row: {
                    "expires_at": string | null,"household_id": string | null,"id": string,"idempotency_key": string,"issued_at": string,"merchant_id": string | null,"price": number,"reminded_at": string | null,"resident_id": string,"reward_id": string,"settled_at": string | null,"status": Database["public"]['Enums']["voucher_status"],"take_key": string | null,"transfer_id": number,"used_at": string | null,"voucher_code": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "expires_at"?: string | null,"household_id"?: string | null,"id"?: string,"idempotency_key": string,"issued_at"?: string,"merchant_id"?: string | null,"price": number,"reminded_at"?: string | null,"resident_id": string,"reward_id": string,"settled_at"?: string | null,"status"?: Database["public"]['Enums']["voucher_status"],"take_key"?: string | null,"transfer_id": number,"used_at"?: string | null,"voucher_code"?: string | null
                  }
                  Update: {
                    "expires_at"?: string | null,"household_id"?: string | null,"id"?: string,"idempotency_key"?: string,"issued_at"?: string,"merchant_id"?: string | null,"price"?: number,"reminded_at"?: string | null,"resident_id"?: string,"reward_id"?: string,"settled_at"?: string | null,"status"?: Database["public"]['Enums']["voucher_status"],"take_key"?: string | null,"transfer_id"?: number,"used_at"?: string | null,"voucher_code"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "redemptions_household_id_fkey"
      columns: ["household_id"]
isOneToOne: false
      referencedRelation: "desk_cells"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "redemptions_household_id_fkey"
      columns: ["household_id"]
isOneToOne: false
      referencedRelation: "green_cells"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "redemptions_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "desk_merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "redemptions_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "redemptions_reward_id_fkey"
      columns: ["reward_id"]
isOneToOne: false
      referencedRelation: "desk_rewards"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "redemptions_reward_id_fkey"
      columns: ["reward_id"]
isOneToOne: false
      referencedRelation: "reward_offers"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "redemptions_reward_id_fkey"
      columns: ["reward_id"]
isOneToOne: false
      referencedRelation: "rewards"
      referencedColumns: ["id"]
    }
                  ]
                },"registrations": {
                  Row: {
                    "adults": number,"answers": NonNullable<Json>,"attended_people": number | null,"cancelled_at": string | null,"children": number,"code": string,"coins": number,"first_arrived_at": string | null,"id": string,"idempotency_key": string,"name": string,"offer_ends_at": string | null,"offered_at": string | null,"people": number,"queue_number": number | null,"registered_at": string,"reminded_at": string | null,"resident_id": string,"session_id": string,"standpoint": Database["public"]['Enums']["standpoint"] | null,"status": Database["public"]['Enums']["registration_status"]
                  }
                  ComputedFields: never
                  Insert: {
                    "adults"?: number,"answers"?: NonNullable<Json>,"attended_people"?: number | null,"cancelled_at"?: string | null,"children"?: number,"code": string,"coins"?: number,"first_arrived_at"?: string | null,"id"?: string,"idempotency_key": string,"name": string,"offer_ends_at"?: string | null,"offered_at"?: string | null,"people"?: never,"queue_number"?: number | null,"registered_at"?: string,"reminded_at"?: string | null,"resident_id": string,"session_id": string,"standpoint"?: Database["public"]['Enums']["standpoint"] | null,"status": Database["public"]['Enums']["registration_status"]
                  }
                  Update: {
                    "adults"?: number,"answers"?: NonNullable<Json>,"attended_people"?: number | null,"cancelled_at"?: string | null,"children"?: number,"code"?: string,"coins"?: number,"first_arrived_at"?: string | null,"id"?: string,"idempotency_key"?: string,"name"?: string,"offer_ends_at"?: string | null,"offered_at"?: string | null,"people"?: never,"queue_number"?: number | null,"registered_at"?: string,"reminded_at"?: string | null,"resident_id"?: string,"session_id"?: string,"standpoint"?: Database["public"]['Enums']["standpoint"] | null,"status"?: Database["public"]['Enums']["registration_status"]
                  }
                  Relationships: [
                    {
      foreignKeyName: "registrations_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "desk_sessions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "registrations_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["session_id"]
    },{
      foreignKeyName: "registrations_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_sessions"
      referencedColumns: ["id"]
    }
                  ]
                },"rewards": {
                  Row: {
                    "changed_at": string,"changed_by": string | null,"detail_en": string,"detail_zh": string,"id": string,"is_demo": boolean,"is_open": boolean,"kind": Database["public"]['Enums']["reward_kind"],"merchant_id": string | null,"name_en": string,"name_zh": string,"picture": string | null,"picture_alt_en": string,"picture_alt_zh": string,"price": number,"quota_per_household": number | null,"quota_per_resident": number | null,"stock": number,"stocked": number,"valid_from": string | null,"valid_until": string | null,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"changed_by"?: string | null,"detail_en": string,"detail_zh": string,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"kind"?: Database["public"]['Enums']["reward_kind"],"merchant_id"?: string | null,"name_en": string,"name_zh": string,"picture"?: string | null,"picture_alt_en"?: string,"picture_alt_zh"?: string,"price": number,"quota_per_household"?: number | null,"quota_per_resident"?: number | null,"stock": number,"stocked"?: number,"valid_from"?: string | null,"valid_until"?: string | null,"version"?: number
                  }
                  Update: {
                    "changed_at"?: string,"changed_by"?: string | null,"detail_en"?: string,"detail_zh"?: string,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"kind"?: Database["public"]['Enums']["reward_kind"],"merchant_id"?: string | null,"name_en"?: string,"name_zh"?: string,"picture"?: string | null,"picture_alt_en"?: string,"picture_alt_zh"?: string,"price"?: number,"quota_per_household"?: number | null,"quota_per_resident"?: number | null,"stock"?: number,"stocked"?: number,"valid_from"?: string | null,"valid_until"?: string | null,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "rewards_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "desk_merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rewards_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"satisfaction_snapshots": {
                  Row: {
                    "code_version": string,"content": NonNullable<Json>,"frozen_at": string,"frozen_by": string,"id": string,"released_at": string | null,"released_by": string | null,"replaces": string | null,"sha256": string,"wave_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "code_version": string,"content": NonNullable<Json>,"frozen_at"?: string,"frozen_by": string,"id": string,"released_at"?: string | null,"released_by"?: string | null,"replaces"?: string | null,"sha256": string,"wave_id": string
                  }
                  Update: {
                    "code_version"?: string,"content"?: NonNullable<Json>,"frozen_at"?: string,"frozen_by"?: string,"id"?: string,"released_at"?: string | null,"released_by"?: string | null,"replaces"?: string | null,"sha256"?: string,"wave_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "satisfaction_snapshots_replaces_fkey"
      columns: ["replaces"]
isOneToOne: false
      referencedRelation: "satisfaction_snapshots"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "satisfaction_snapshots_wave_id_fkey"
      columns: ["wave_id"]
isOneToOne: false
      referencedRelation: "desk_waves"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "satisfaction_snapshots_wave_id_fkey"
      columns: ["wave_id"]
isOneToOne: false
      referencedRelation: "survey_waves"
      referencedColumns: ["id"]
    }
                  ]
                },"staff_roles": {
                  Row: {
                    "base_id": string | null,"granted_at": string,"granted_by": string | null,"id": string,"merchant_id": string | null,"resident_id": string,"role": Database["public"]['Enums']["staff_role"],"town_code": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "base_id"?: string | null,"granted_at"?: string,"granted_by"?: string | null,"id"?: string,"merchant_id"?: string | null,"resident_id": string,"role": Database["public"]['Enums']["staff_role"],"town_code"?: string | null
                  }
                  Update: {
                    "base_id"?: string | null,"granted_at"?: string,"granted_by"?: string | null,"id"?: string,"merchant_id"?: string | null,"resident_id"?: string,"role"?: Database["public"]['Enums']["staff_role"],"town_code"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "host_role_is_at_a_base"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "bases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "host_role_is_at_a_base"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "desk_bases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "host_role_is_at_a_base"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["base_id"]
    },{
      foreignKeyName: "merchant_role_is_at_a_merchant"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "desk_merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "merchant_role_is_at_a_merchant"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "staff_roles_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"survey_targets": {
                  Row: {
                    "age_band": Database["public"]['Enums']["age_band"],"sex": Database["public"]['Enums']["sex"],"target": number,"town_code": string,"wave_id": string
                  }
                  ComputedFields: never
                  Insert: {
                    "age_band": Database["public"]['Enums']["age_band"],"sex": Database["public"]['Enums']["sex"],"target": number,"town_code": string,"wave_id": string
                  }
                  Update: {
                    "age_band"?: Database["public"]['Enums']["age_band"],"sex"?: Database["public"]['Enums']["sex"],"target"?: number,"town_code"?: string,"wave_id"?: string
                  }
                  Relationships: [
                    {
      foreignKeyName: "survey_targets_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "survey_targets_wave_id_fkey"
      columns: ["wave_id"]
isOneToOne: false
      referencedRelation: "desk_waves"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "survey_targets_wave_id_fkey"
      columns: ["wave_id"]
isOneToOne: false
      referencedRelation: "survey_waves"
      referencedColumns: ["id"]
    }
                  ]
                },"survey_waves": {
                  Row: {
                    "announced_at": string | null,"approval_number": string,"changed_at": string,"changed_by": string | null,"closed_at": string | null,"closes_on": string,"form_expires_on": string | null,"form_maker": string,"form_number": string,"id": string,"is_demo": boolean,"opens_on": string,"population_en": string,"population_zh": string,"questionnaire_id": string,"questionnaire_version": number,"series": Database["public"]['Enums']["survey_series"],"title_en": string,"title_zh": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "announced_at"?: string | null,"approval_number"?: string,"changed_at"?: string,"changed_by"?: string | null,"closed_at"?: string | null,"closes_on": string,"form_expires_on"?: string | null,"form_maker"?: string,"form_number"?: string,"id"?: string,"is_demo"?: boolean,"opens_on": string,"population_en"?: string,"population_zh"?: string,"questionnaire_id": string,"questionnaire_version": number,"series": Database["public"]['Enums']["survey_series"],"title_en": string,"title_zh": string,"version"?: number
                  }
                  Update: {
                    "announced_at"?: string | null,"approval_number"?: string,"changed_at"?: string,"changed_by"?: string | null,"closed_at"?: string | null,"closes_on"?: string,"form_expires_on"?: string | null,"form_maker"?: string,"form_number"?: string,"id"?: string,"is_demo"?: boolean,"opens_on"?: string,"population_en"?: string,"population_zh"?: string,"questionnaire_id"?: string,"questionnaire_version"?: number,"series"?: Database["public"]['Enums']["survey_series"],"title_en"?: string,"title_zh"?: string,"version"?: number
                  }
                  Relationships: [
                    {
      foreignKeyName: "wave_asks_a_published_version"
      columns: ["questionnaire_id","questionnaire_version"]
isOneToOne: false
      referencedRelation: "questionnaire_versions"
      referencedColumns: ["questionnaire_id","version"]
    }
                  ]
                },"towns": {
                  Row: {
                    "code": string,"kind": string,"name_en": string,"name_zh": string
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"kind": string,"name_en": string,"name_zh": string
                  }
                  Update: {
                    "code"?: string,"kind"?: string,"name_en"?: string,"name_zh"?: string
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Views: {
            "audit_view": {
                  Row: {
                    "act": string,"actor": string | null,"actor_id": string | null,"address": string,"after": Json | null,"agent": string,"at": string,"before": Json | null,"detail": NonNullable<Json>,"id": number,"search": string | null,"subject_id": string,"subject_kind": string
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"desk_action_logs": {
                  Row: {
                    "action_code": string,"coins": number,"decided_at": string | null,"has_photo": boolean,"id": string,"logged_at": string,"name_en": string,"name_zh": string,"note": string,"reason": Database["public"]['Enums']["rejection_reason"] | null,"reason_note": string,"search": string | null,"status": Database["public"]['Enums']["log_status"]
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"desk_adjustments": {
                  Row: {
                    "change": number,"decided_at": string | null,"decided_by": string | null,"decided_by_email": string | null,"email": string | null,"id": string,"note": string,"reason": string,"requested_at": string,"requested_by": string,"requested_by_email": string | null,"resident_id": string,"search": string | null,"status": Database["public"]['Enums']["adjustment_status"]
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"desk_bases": {
                  Row: {
                    "changed_at": string,"id": string,"is_demo": boolean,"is_provincial": boolean,"is_public": boolean,"kind": Database["public"]['Enums']["base_kind"],"name_en": string,"name_zh": string,"search": string | null,"slug": string,"town_code": string
                  }
                  ComputedFields: never
                  Insert: {
                           "changed_at"?: string | null,"id"?: string | null,"is_demo"?: boolean | null,"is_provincial"?: boolean | null,"is_public"?: boolean | null,"kind"?: Database["public"]['Enums']["base_kind"] | null,"name_en"?: string | null,"name_zh"?: string | null,"search"?: never,"slug"?: string | null,"town_code"?: string | null
                         }
                        Update: {
                           "changed_at"?: string | null,"id"?: string | null,"is_demo"?: boolean | null,"is_provincial"?: boolean | null,"is_public"?: boolean | null,"kind"?: Database["public"]['Enums']["base_kind"] | null,"name_en"?: string | null,"name_zh"?: string | null,"search"?: never,"slug"?: string | null,"town_code"?: string | null
                         }
                        Relationships: [
                    {
      foreignKeyName: "bases_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"desk_cells": {
                  Row: {
                    "changed_at": string,"id": string,"is_demo": boolean,"is_open": boolean,"join_code": string,"kind": Database["public"]['Enums']["cell_kind"],"members": number,"name_en": string,"name_zh": string,"search": string | null,"town_code": string | null,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                           "changed_at"?: string | null,"id"?: string | null,"is_demo"?: boolean | null,"is_open"?: boolean | null,"join_code"?: string | null,"kind"?: Database["public"]['Enums']["cell_kind"] | null,"members"?: number | null,"name_en"?: string | null,"name_zh"?: string | null,"search"?: never,"town_code"?: string | null,"version"?: number | null
                         }
                        Update: {
                           "changed_at"?: string | null,"id"?: string | null,"is_demo"?: boolean | null,"is_open"?: boolean | null,"join_code"?: string | null,"kind"?: Database["public"]['Enums']["cell_kind"] | null,"members"?: number | null,"name_en"?: string | null,"name_zh"?: string | null,"search"?: never,"town_code"?: string | null,"version"?: number | null
                         }
                        Relationships: [
                    {
      foreignKeyName: "green_cells_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"desk_events": {
                  Row: {
                    "base_id": string,"base_name_en": string,"base_name_zh": string,"changed_at": string,"coins": number,"id": string,"is_demo": boolean,"kind": Database["public"]['Enums']["event_kind"],"published_at": string | null,"search": string | null,"slug": string,"status": Database["public"]['Enums']["event_status"],"theme": Database["public"]['Enums']["event_theme"],"title_en": string,"title_zh": string,"town_code": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "bases_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "bases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "desk_bases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["base_id"]
    }
                  ]
                },"desk_feedback": {
                  Row: {
                    "answered_at": string | null,"assigned_at": string | null,"department": string | null,"due_on": string,"duplicate_of": string | null,"duplicates": number,"id": string,"is_demo": boolean,"is_overdue": boolean | null,"is_public": boolean,"is_verified": boolean | null,"kind": Database["public"]['Enums']["feedback_kind"],"number": number,"place_text": string,"public_text": string,"received_at": string,"reopened_count": number,"search": string | null,"status": Database["public"]['Enums']["feedback_status"],"town_code": string | null,"version": number,"wants_public": boolean
                  }
                  ComputedFields: never
                  Insert: {
                           "answered_at"?: string | null,"assigned_at"?: string | null,"department"?: string | null,"due_on"?: string | null,"duplicate_of"?: string | null,"duplicates"?: number | null,"id"?: string | null,"is_demo"?: boolean | null,"is_overdue"?: never,"is_public"?: boolean | null,"is_verified"?: boolean | null,"kind"?: Database["public"]['Enums']["feedback_kind"] | null,"number"?: number | null,"place_text"?: string | null,"public_text"?: string | null,"received_at"?: string | null,"reopened_count"?: number | null,"search"?: never,"status"?: Database["public"]['Enums']["feedback_status"] | null,"town_code"?: string | null,"version"?: number | null,"wants_public"?: boolean | null
                         }
                        Update: {
                           "answered_at"?: string | null,"assigned_at"?: string | null,"department"?: string | null,"due_on"?: string | null,"duplicate_of"?: string | null,"duplicates"?: number | null,"id"?: string | null,"is_demo"?: boolean | null,"is_overdue"?: never,"is_public"?: boolean | null,"is_verified"?: boolean | null,"kind"?: Database["public"]['Enums']["feedback_kind"] | null,"number"?: number | null,"place_text"?: string | null,"public_text"?: string | null,"received_at"?: string | null,"reopened_count"?: number | null,"search"?: never,"status"?: Database["public"]['Enums']["feedback_status"] | null,"town_code"?: string | null,"version"?: number | null,"wants_public"?: boolean | null
                         }
                        Relationships: [
                    {
      foreignKeyName: "feedback_duplicate_of_fkey"
      columns: ["duplicate_of"]
isOneToOne: false
      referencedRelation: "desk_feedback"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "feedback_duplicate_of_fkey"
      columns: ["duplicate_of"]
isOneToOne: false
      referencedRelation: "feedback"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "feedback_duplicate_of_fkey"
      columns: ["duplicate_of"]
isOneToOne: false
      referencedRelation: "public_feedback"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "feedback_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"desk_imports": {
                  Row: {
                    "accepted": number,"coins": number,"file_name": string,"id": string,"name_en": string,"name_zh": string,"partner_id": string,"posted_at": string,"rejected": number | null,"rows": number,"search": string | null
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "imports_partner_id_fkey"
      columns: ["partner_id"]
isOneToOne: false
      referencedRelation: "desk_partners"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "imports_partner_id_fkey"
      columns: ["partner_id"]
isOneToOne: false
      referencedRelation: "partners"
      referencedColumns: ["id"]
    }
                  ]
                },"desk_merchants": {
                  Row: {
                    "changed_at": string,"id": string,"is_closed": boolean | null,"is_demo": boolean,"name_en": string,"name_zh": string,"open_rewards": number | null,"search": string | null,"step_free": boolean | null,"town_code": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                           "changed_at"?: string | null,"id"?: string | null,"is_closed"?: never,"is_demo"?: boolean | null,"name_en"?: string | null,"name_zh"?: string | null,"open_rewards"?: never,"search"?: never,"step_free"?: boolean | null,"town_code"?: string | null,"version"?: number | null
                         }
                        Update: {
                           "changed_at"?: string | null,"id"?: string | null,"is_closed"?: never,"is_demo"?: boolean | null,"name_en"?: string | null,"name_zh"?: string | null,"open_rewards"?: never,"search"?: never,"step_free"?: boolean | null,"town_code"?: string | null,"version"?: number | null
                         }
                        Relationships: [
                    {
      foreignKeyName: "merchants_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"desk_partners": {
                  Row: {
                    "action_code": string,"action_en": string,"action_zh": string,"changed_at": string,"id": string,"is_demo": boolean,"is_open": boolean,"members": number | null,"name_en": string,"name_zh": string,"search": string | null,"unit_en": string,"unit_zh": string,"version": number
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "partners_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "desk_prices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "partners_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "green_actions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "partners_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "price_list"
      referencedColumns: ["code"]
    }
                  ]
                },"desk_points": {
                  Row: {
                    "action_code": string,"action_en": string,"action_zh": string,"changed_at": string,"closes": string | null,"daily_limit": number | null,"handle": string,"has_place": boolean | null,"id": string,"is_demo": boolean,"is_open": boolean,"kind": Database["public"]['Enums']["point_kind"],"name_en": string,"name_zh": string,"opens": string | null,"search": string | null,"town_code": string,"used_today": number | null,"valid_from": string,"valid_until": string | null,"version": number,"weekdays": (number)[]
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "action_points_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "desk_prices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_points_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "green_actions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_points_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "price_list"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_points_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"desk_prices": {
                  Row: {
                    "code": string,"coins": number,"cool_down_hours": number,"daily_cap": number,"is_open": boolean,"name_en": string,"name_zh": string,"next_coins": number | null,"next_from": string | null,"plan_section": string,"position": number,"proof": Database["public"]['Enums']["action_proof"],"review": Database["public"]['Enums']["action_review"],"search": string | null,"valid_from": string,"weekly_cap": number,"yearly_cap": number
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"desk_questionnaires": {
                  Row: {
                    "changed_at": string,"id": string,"is_demo": boolean,"is_template": boolean,"published_at": string | null,"published_version": number | null,"search": string | null,"title_en": string,"title_zh": string
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"desk_rewards": {
                  Row: {
                    "changed_at": string,"id": string,"is_demo": boolean,"is_nearly_out": boolean | null,"is_open": boolean,"kind": Database["public"]['Enums']["reward_kind"],"merchant_en": string | null,"merchant_id": string | null,"merchant_zh": string | null,"name_en": string,"name_zh": string,"price": number,"quota_per_household": number | null,"quota_per_resident": number | null,"redeemed": number | null,"search": string | null,"stock": number | null,"stocked": number | null,"town_code": string | null,"valid_from": string | null,"valid_until": string | null,"version": number
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "merchants_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "rewards_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "desk_merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rewards_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                },"desk_sessions": {
                  Row: {
                    "base_id": string,"base_name_en": string,"base_name_zh": string,"capacity": number,"ends_at": string,"event_id": string,"event_status": Database["public"]['Enums']["event_status"],"id": string,"place_en": string,"place_zh": string,"search": string,"seats_taken": number,"slug": string,"starts_at": string,"status": Database["public"]['Enums']["session_status"],"title_en": string,"title_zh": string,"town_code": string,"waiting": number
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "bases_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "desk_events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["event_id"]
    },{
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "events"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "event_sessions_event_id_fkey"
      columns: ["event_id"]
isOneToOne: false
      referencedRelation: "my_registrations"
      referencedColumns: ["event_id"]
    },{
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "bases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "desk_bases"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "events_base_id_fkey"
      columns: ["base_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["base_id"]
    }
                  ]
                },"desk_settlements": {
                  Row: {
                    "coins": number | null,"fen": number | null,"id": string | null,"is_demo": boolean | null,"merchant_en": string | null,"merchant_id": string | null,"merchant_zh": string | null,"month": string | null,"paid_at": string | null,"search": string | null,"state": string | null,"town_code": string | null,"vouchers": number | null
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"desk_staff": {
                  Row: {
                    "base_en": string | null,"base_id": string | null,"base_zh": string | null,"email": string | null,"granted_at": string | null,"granted_by": string | null,"id": string | null,"merchant_en": string | null,"merchant_id": string | null,"merchant_zh": string | null,"role": Database["public"]['Enums']["staff_role"] | null,"search": string | null,"town_code": string | null
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"desk_waves": {
                  Row: {
                    "announced_at": string | null,"answers": number | null,"closes_on": string,"id": string,"is_demo": boolean,"opens_on": string,"search": string | null,"series": Database["public"]['Enums']["survey_series"],"state": string | null,"title_en": string,"title_zh": string
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"event_calendar": {
                  Row: {
                    "base_id": string,"base_kind": Database["public"]['Enums']["base_kind"],"base_name_en": string,"base_name_zh": string,"base_slug": string,"cancel_reason_en": string | null,"cancel_reason_zh": string | null,"capacity": number,"changed_at": string | null,"closes_at": string,"coins": number,"cover": string,"ends_at": string,"event_id": string,"event_status": Database["public"]['Enums']["event_status"],"guardian_below": number | null,"is_demo": boolean,"kind": Database["public"]['Enums']["event_kind"],"languages": (string)[],"maximum_age": number | null,"minimum_age": number | null,"opens_at": string,"place_en": string,"place_zh": string,"published_at": string | null,"search_text": string,"seats_free": number | null,"sequence": number,"session_id": string,"session_status": Database["public"]['Enums']["session_status"],"slug": string,"starts_at": string,"summary_en": string,"summary_zh": string,"theme": Database["public"]['Enums']["event_theme"],"title_en": string,"title_zh": string,"town_code": string,"waiting": number,"waitlist_limit": number
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "bases_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"my_cells": {
                  Row: {
                    "id": string | null,"is_demo": boolean | null,"join_code": string | null,"joined_at": string | null,"kind": Database["public"]['Enums']["cell_kind"] | null,"members": number | null,"name_en": string | null,"name_zh": string | null,"town_code": string | null
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"my_registrations": {
                  Row: {
                    "adults": number,"answers": NonNullable<Json>,"attended_people": number | null,"base_name_en": string,"base_name_zh": string,"base_slug": string,"cancelled_at": string | null,"children": number,"code": string,"coins": number,"coins_for_attending": number,"cover": string,"ends_at": string,"event_id": string,"event_status": Database["public"]['Enums']["event_status"],"first_arrived_at": string | null,"id": string,"is_demo": boolean,"kind": Database["public"]['Enums']["event_kind"],"name": string,"offer_ends_at": string | null,"people": number,"place_en": string,"place_zh": string,"questions": NonNullable<Json>,"queue_position": number | null,"registered_at": string,"sequence": number,"session_id": string,"session_status": Database["public"]['Enums']["session_status"],"slug": string,"standpoint": Database["public"]['Enums']["standpoint"] | null,"starts_at": string,"status": Database["public"]['Enums']["registration_status"],"title_en": string,"title_zh": string,"town_code": string
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "bases_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "registrations_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "desk_sessions"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "registrations_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_calendar"
      referencedColumns: ["session_id"]
    },{
      foreignKeyName: "registrations_session_id_fkey"
      columns: ["session_id"]
isOneToOne: false
      referencedRelation: "event_sessions"
      referencedColumns: ["id"]
    }
                  ]
                },"my_transfers": {
                  Row: {
                    "action_code": string | null,"change": number | null,"corrects_id": number | null,"credit": "wallet"|"issuance"|"redemption"|"expiry"|"adjustment","debit": "wallet"|"issuance"|"redemption"|"expiry"|"adjustment","id": number,"kind": "award"|"redeem"|"refund"|"expire"|"adjust"|"reverse","older": number,"posted_at": string,"receipt": string,"reference": string,"vintage": number
                  }
                  ComputedFields: never
                  Insert: {
                           "action_code"?: string | null,"change"?: never,"corrects_id"?: number | null,"credit"?: "wallet"|"issuance"|"redemption"|"expiry"|"adjustment" | null,"debit"?: "wallet"|"issuance"|"redemption"|"expiry"|"adjustment" | null,"id"?: number | null,"kind"?: "award"|"redeem"|"refund"|"expire"|"adjust"|"reverse" | null,"older"?: number | null,"posted_at"?: string | null,"receipt"?: string | null,"reference"?: string | null,"vintage"?: number | null
                         }
                        Update: {
                           "action_code"?: string | null,"change"?: never,"corrects_id"?: number | null,"credit"?: "wallet"|"issuance"|"redemption"|"expiry"|"adjustment" | null,"debit"?: "wallet"|"issuance"|"redemption"|"expiry"|"adjustment" | null,"id"?: number | null,"kind"?: "award"|"redeem"|"refund"|"expire"|"adjust"|"reverse" | null,"older"?: number | null,"posted_at"?: string | null,"receipt"?: string | null,"reference"?: string | null,"vintage"?: number | null
                         }
                        Relationships: [
                    
                  ]
                },"my_wallet": {
                  Row: {
                    "balance": number | null,"coins_per_year": number | null,"earned": number | null,"lapses_on": string | null,"newer": number | null,"newer_lapse_on": string | null,"older": number | null,"opened_at": string
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"price_list": {
                  Row: {
                    "code": string,"coins": number,"cool_down_hours": number,"daily_cap": number,"hint_en": string,"hint_zh": string,"is_open": boolean,"minimum_quantity": number,"name_en": string,"name_zh": string,"next_coins": number | null,"next_cool_down_hours": number | null,"next_daily_cap": number | null,"next_from": string | null,"next_minimum_quantity": number | null,"next_note_en": string | null,"next_note_zh": string | null,"next_proof": Database["public"]['Enums']["action_proof"] | null,"next_review": Database["public"]['Enums']["action_review"] | null,"next_weekly_cap": number | null,"next_yearly_cap": number | null,"plan_section": string,"position": number,"proof": Database["public"]['Enums']["action_proof"],"review": Database["public"]['Enums']["action_review"],"valid_from": string,"weekly_cap": number,"yearly_cap": number
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"public_feedback": {
                  Row: {
                    "answer_en": string,"answer_zh": string,"answered_at": string | null,"confirmed_at": string | null,"department": string | null,"due_on": string,"duplicates": number,"id": string,"is_demo": boolean,"is_overdue": boolean | null,"is_verified": boolean | null,"kind": Database["public"]['Enums']["feedback_kind"],"number": number,"photos_public": (string)[],"place_text": string,"public_text": string,"received_at": string,"reopened_count": number,"status": Database["public"]['Enums']["feedback_status"],"town_code": string | null
                  }
                  ComputedFields: never
                  Insert: {
                           "answer_en"?: string | null,"answer_zh"?: string | null,"answered_at"?: string | null,"confirmed_at"?: string | null,"department"?: string | null,"due_on"?: string | null,"duplicates"?: number | null,"id"?: string | null,"is_demo"?: boolean | null,"is_overdue"?: never,"is_verified"?: boolean | null,"kind"?: Database["public"]['Enums']["feedback_kind"] | null,"number"?: number | null,"photos_public"?: (string)[] | null,"place_text"?: string | null,"public_text"?: string | null,"received_at"?: string | null,"reopened_count"?: number | null,"status"?: Database["public"]['Enums']["feedback_status"] | null,"town_code"?: string | null
                         }
                        Update: {
                           "answer_en"?: string | null,"answer_zh"?: string | null,"answered_at"?: string | null,"confirmed_at"?: string | null,"department"?: string | null,"due_on"?: string | null,"duplicates"?: number | null,"id"?: string | null,"is_demo"?: boolean | null,"is_overdue"?: never,"is_verified"?: boolean | null,"kind"?: Database["public"]['Enums']["feedback_kind"] | null,"number"?: number | null,"photos_public"?: (string)[] | null,"place_text"?: string | null,"public_text"?: string | null,"received_at"?: string | null,"reopened_count"?: number | null,"status"?: Database["public"]['Enums']["feedback_status"] | null,"town_code"?: string | null
                         }
                        Relationships: [
                    {
      foreignKeyName: "feedback_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
                  ]
                },"reward_offers": {
                  Row: {
                    "accessibility_en": string | null,"accessibility_zh": string | null,"address_en": string | null,"address_zh": string | null,"detail_en": string,"detail_zh": string,"id": string,"is_demo": boolean,"kind": Database["public"]['Enums']["reward_kind"],"merchant_en": string | null,"merchant_id": string | null,"merchant_zh": string | null,"name_en": string,"name_zh": string,"picture": string | null,"picture_alt_en": string,"picture_alt_zh": string,"price": number,"quota_per_household": number | null,"quota_per_resident": number | null,"step_free": boolean | null,"stock": number | null,"town_code": string | null,"valid_from": string | null,"valid_until": string | null,"why_not": string | null
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "merchants_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "rewards_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "desk_merchants"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "rewards_merchant_id_fkey"
      columns: ["merchant_id"]
isOneToOne: false
      referencedRelation: "merchants"
      referencedColumns: ["id"]
    }
                  ]
                }
          }
          Functions: {
            "announce_change":
{ Args: { "p_event_id": string,"p_session_id": string,"p_text_en": string,"p_text_zh": string }; Returns: {
              "at": string,
"event_id": string,
"id": number,
"kind": Database["public"]['Enums']["event_change_kind"],
"session_id": string | null,
"text_en": string,
"text_zh": string
            }
                          SetofOptions: {
        from: "*"
        to: "event_changes"
        isOneToOne: true
        isSetofReturn: false
      } },
"announce_price":
{ Args: { "p_action_code": string,"p_content": Json,"p_valid_from": string }; Returns: {
              "action_code": string,
"announced_at": string | null,
"announced_by": string | null,
"coins": number,
"cool_down_hours": number,
"daily_cap": number,
"minimum_quantity": number,
"note_en": string,
"note_zh": string,
"proof": Database["public"]['Enums']["action_proof"],
"review": Database["public"]['Enums']["action_review"],
"valid_from": string,
"weekly_cap": number,
"yearly_cap": number
            }
                          SetofOptions: {
        from: "*"
        to: "action_prices"
        isOneToOne: true
        isSetofReturn: false
      } },
"announce_wave":
{ Args: { "p_id": string,"p_version": number }; Returns: {
              "announced_at": string | null,
"approval_number": string,
"changed_at": string,
"changed_by": string | null,
"closed_at": string | null,
"closes_on": string,
"form_expires_on": string | null,
"form_maker": string,
"form_number": string,
"id": string,
"is_demo": boolean,
"opens_on": string,
"population_en": string,
"population_zh": string,
"questionnaire_id": string,
"questionnaire_version": number,
"series": Database["public"]['Enums']["survey_series"],
"title_en": string,
"title_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "survey_waves"
        isOneToOne: true
        isSetofReturn: false
      } },
"answer_event":
{ Args: { "p_learnt": number,"p_registration_id": string,"p_words"?: string,"p_worth": number }; Returns: {
              "answered_on": string,
"learnt": number,
"registration_id": string,
"resident_id": string,
"session_id": string,
"words": string,
"worth": number
            }
                          SetofOptions: {
        from: "*"
        to: "event_answers"
        isOneToOne: true
        isSetofReturn: false
      } },
"answer_feedback":
{ Args: { "p_answer_en"?: string,"p_answer_zh": string,"p_id": string,"p_version": number }; Returns: {
              "answer_en": string,
"answer_zh": string,
"answered_at": string | null,
"assigned_at": string | null,
"changed_at": string,
"changed_by": string | null,
"confirmed_at": string | null,
"department": string | null,
"due_on": string,
"duplicate_of": string | null,
"duplicates": number,
"id": string,
"is_demo": boolean,
"is_public": boolean,
"is_verified": boolean | null,
"kind": Database["public"]['Enums']["feedback_kind"],
"number": number,
"photos_public": (string)[],
"place_text": string,
"public_text": string,
"published_at": string | null,
"received_at": string,
"reopened_count": number,
"status": Database["public"]['Enums']["feedback_status"],
"town_code": string | null,
"version": number,
"wants_public": boolean
            }
                          SetofOptions: {
        from: "*"
        to: "feedback"
        isOneToOne: true
        isSetofReturn: false
      } },
"appeal_decision":
{ Args: { "p_log_id": string,"p_text": string }; Returns: {
              "action_code": string,
"coins": number,
"decided_at": string | null,
"evidence_path": string | null,
"has_photo": boolean,
"id": string,
"idempotency_key": string,
"logged_at": string,
"logged_on": string,
"note": string,
"reason": Database["public"]['Enums']["rejection_reason"] | null,
"reason_note": string,
"resident_id": string,
"status": Database["public"]['Enums']["log_status"],
"town_code": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "action_logs"
        isOneToOne: true
        isSetofReturn: false
      } },
"assign_feedback":
{ Args: { "p_department": string,"p_due_on": string,"p_id": string,"p_photos"?: (string)[],"p_place_text"?: string,"p_public_text": string,"p_town_code": string,"p_version": number }; Returns: {
              "answer_en": string,
"answer_zh": string,
"answered_at": string | null,
"assigned_at": string | null,
"changed_at": string,
"changed_by": string | null,
"confirmed_at": string | null,
"department": string | null,
"due_on": string,
"duplicate_of": string | null,
"duplicates": number,
"id": string,
"is_demo": boolean,
"is_public": boolean,
"is_verified": boolean | null,
"kind": Database["public"]['Enums']["feedback_kind"],
"number": number,
"photos_public": (string)[],
"place_text": string,
"public_text": string,
"published_at": string | null,
"received_at": string,
"reopened_count": number,
"status": Database["public"]['Enums']["feedback_status"],
"town_code": string | null,
"version": number,
"wants_public": boolean
            }
                          SetofOptions: {
        from: "*"
        to: "feedback"
        isOneToOne: true
        isSetofReturn: false
      } },
"cancel_event":
{ Args: { "p_id": string,"p_reason_en": string,"p_reason_zh": string,"p_version": number }; Returns: {
              "accessibility_en": string,
"accessibility_zh": string,
"audience_en": string,
"audience_zh": string,
"base_id": string,
"cancel_reason_en": string,
"cancel_reason_zh": string,
"changed_at": string,
"changed_by": string | null,
"coins": number,
"cover": string,
"created_by": string | null,
"creation_key": string | null,
"except_on": (string)[],
"guardian_below": number | null,
"id": string,
"is_demo": boolean,
"kind": Database["public"]['Enums']["event_kind"],
"languages": (string)[],
"maximum_age": number | null,
"minimum_age": number | null,
"minutes_en": string,
"minutes_published_at": string | null,
"minutes_zh": string,
"programme_en": string,
"programme_zh": string,
"published_at": string | null,
"questions": NonNullable<Json>,
"recurrence": string,
"search_text": string,
"session_edits": number,
"slug": string,
"status": Database["public"]['Enums']["event_status"],
"summary_en": string,
"summary_zh": string,
"theme": Database["public"]['Enums']["event_theme"],
"title_en": string,
"title_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "events"
        isOneToOne: true
        isSetofReturn: false
      } },
"cancel_redemption":
{ Args: { "p_id": string }; Returns: {
              "expires_at": string | null,
"household_id": string | null,
"id": string,
"idempotency_key": string,
"issued_at": string,
"merchant_id": string | null,
"price": number,
"reminded_at": string | null,
"resident_id": string,
"reward_id": string,
"settled_at": string | null,
"status": Database["public"]['Enums']["voucher_status"],
"take_key": string | null,
"transfer_id": number,
"used_at": string | null,
"voucher_code": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "redemptions"
        isOneToOne: true
        isSetofReturn: false
      } },
"cancel_registration":
{ Args: { "p_id": string }; Returns: {
              "adults": number,
"answers": NonNullable<Json>,
"attended_people": number | null,
"cancelled_at": string | null,
"children": number,
"code": string,
"coins": number,
"first_arrived_at": string | null,
"id": string,
"idempotency_key": string,
"name": string,
"offer_ends_at": string | null,
"offered_at": string | null,
"people": number,
"queue_number": number | null,
"registered_at": string,
"reminded_at": string | null,
"resident_id": string,
"session_id": string,
"standpoint": Database["public"]['Enums']["standpoint"] | null,
"status": Database["public"]['Enums']["registration_status"]
            }
                          SetofOptions: {
        from: "*"
        to: "registrations"
        isOneToOne: true
        isSetofReturn: false
      } },
"cancel_session":
{ Args: { "p_reason_en": string,"p_reason_zh": string,"p_session_id": string }; Returns: {
              "cancel_reason_en": string,
"cancel_reason_zh": string,
"capacity": number,
"changed_at": string,
"closes_at": string,
"ends_at": string,
"event_id": string,
"id": string,
"opens_at": string,
"place_en": string,
"place_zh": string,
"seats_taken": number,
"sequence": number,
"starts_at": string,
"status": Database["public"]['Enums']["session_status"],
"waiting": number,
"waitlist_limit": number
            }
                          SetofOptions: {
        from: "*"
        to: "event_sessions"
        isOneToOne: true
        isSetofReturn: false
      } },
"check_in_with_code":
{ Args: { "p_code": string,"p_nonce": string,"p_session_id": string }; Returns: {
              "adults": number,
"answers": NonNullable<Json>,
"attended_people": number | null,
"cancelled_at": string | null,
"children": number,
"code": string,
"coins": number,
"first_arrived_at": string | null,
"id": string,
"idempotency_key": string,
"name": string,
"offer_ends_at": string | null,
"offered_at": string | null,
"people": number,
"queue_number": number | null,
"registered_at": string,
"reminded_at": string | null,
"resident_id": string,
"session_id": string,
"standpoint": Database["public"]['Enums']["standpoint"] | null,
"status": Database["public"]['Enums']["registration_status"]
            }
                          SetofOptions: {
        from: "*"
        to: "registrations"
        isOneToOne: true
        isSetofReturn: false
      } },
"check_invitation":
{ Args: { "p_code": string }; Returns: {
              "is_used": boolean,"wave_id": string
            }[]
                           },
"claim_logs":
{ Args: { "p_limit"?: number }; Returns: number
                           },
"close_days":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"close_feedback":
{ Args: { "p_id": string,"p_version": number,"p_words": string }; Returns: {
              "answer_en": string,
"answer_zh": string,
"answered_at": string | null,
"assigned_at": string | null,
"changed_at": string,
"changed_by": string | null,
"confirmed_at": string | null,
"department": string | null,
"due_on": string,
"duplicate_of": string | null,
"duplicates": number,
"id": string,
"is_demo": boolean,
"is_public": boolean,
"is_verified": boolean | null,
"kind": Database["public"]['Enums']["feedback_kind"],
"number": number,
"photos_public": (string)[],
"place_text": string,
"public_text": string,
"published_at": string | null,
"received_at": string,
"reopened_count": number,
"status": Database["public"]['Enums']["feedback_status"],
"town_code": string | null,
"version": number,
"wants_public": boolean
            }
                          SetofOptions: {
        from: "*"
        to: "feedback"
        isOneToOne: true
        isSetofReturn: false
      } },
"confirm_feedback":
{ Args: { "p_number"?: number,"p_tracking_code"?: string }; Returns: Database["public"]['Enums']["feedback_status"]
                           },
"confirm_offer":
{ Args: { "p_id": string }; Returns: {
              "adults": number,
"answers": NonNullable<Json>,
"attended_people": number | null,
"cancelled_at": string | null,
"children": number,
"code": string,
"coins": number,
"first_arrived_at": string | null,
"id": string,
"idempotency_key": string,
"name": string,
"offer_ends_at": string | null,
"offered_at": string | null,
"people": number,
"queue_number": number | null,
"registered_at": string,
"reminded_at": string | null,
"resident_id": string,
"session_id": string,
"standpoint": Database["public"]['Enums']["standpoint"] | null,
"status": Database["public"]['Enums']["registration_status"]
            }
                          SetofOptions: {
        from: "*"
        to: "registrations"
        isOneToOne: true
        isSetofReturn: false
      } },
"count_coming_sessions":
{ Args: { "p_age"?: number,"p_language"?: string,"p_only_free"?: boolean,"p_theme"?: Database["public"]['Enums']["event_theme"] }; Returns: {
              "sessions": number,"town_code": string
            }[]
                           },
"count_open_vouchers":
{ Args: { "p_merchant_id": string }; Returns: {
              "coins": number,"vouchers": number
            }[]
                           },
"create_household":
{ Args: { "p_id": string,"p_name": string }; Returns: string
                           },
"create_tablet":
{ Args: { "p_id": string,"p_name": string,"p_pin": string }; Returns: string
                           },
"decide_action_log":
{ Args: { "p_approve": boolean,"p_log_id": string,"p_note"?: string,"p_reason"?: Database["public"]['Enums']["rejection_reason"] }; Returns: {
              "action_code": string,
"coins": number,
"decided_at": string | null,
"evidence_path": string | null,
"has_photo": boolean,
"id": string,
"idempotency_key": string,
"logged_at": string,
"logged_on": string,
"note": string,
"reason": Database["public"]['Enums']["rejection_reason"] | null,
"reason_note": string,
"resident_id": string,
"status": Database["public"]['Enums']["log_status"],
"town_code": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "action_logs"
        isOneToOne: true
        isSetofReturn: false
      } },
"decide_adjustment":
{ Args: { "p_approve": boolean,"p_id": string,"p_note"?: string }; Returns: {
              "change": number,
"decided_at": string | null,
"decided_by": string | null,
"id": string,
"note": string,
"reason": string,
"requested_at": string,
"requested_by": string,
"resident_id": string,
"status": Database["public"]['Enums']["adjustment_status"]
            }
                          SetofOptions: {
        from: "*"
        to: "adjustments"
        isOneToOne: true
        isSetofReturn: false
      } },
"do_due_work":
{ Args: Record<PropertyKey, never>; Returns: {
              "done": number,"what": string
            }[]
                           },
"draw_invitations":
{ Args: { "p_id": string,"p_strata": Json,"p_wave_id": string }; Returns: {
              "drawn_at": string,"id": string
            }[]
                           },
"enter_console":
{ Args: Record<PropertyKey, never>; Returns: {
              "base_id": string | null,
"granted_at": string,
"granted_by": string | null,
"id": string,
"merchant_id": string | null,
"resident_id": string,
"role": Database["public"]['Enums']["staff_role"],
"town_code": string | null
            }[]
                          SetofOptions: {
        from: "*"
        to: "staff_roles"
        isOneToOne: false
        isSetofReturn: true
      } },
"export_invitations":
{ Args: { "p_batch_id": string,"p_count"?: number,"p_from"?: number }; Returns: Json
                           },
"finish_mail":
{ Args: { "p_error"?: string,"p_id": number }; Returns: undefined
                           },
"freeze_snapshot":
{ Args: { "p_content": Json,"p_id": string,"p_replaces"?: string,"p_wave_id": string }; Returns: {
              "code_version": string,
"content": NonNullable<Json>,
"frozen_at": string,
"frozen_by": string,
"id": string,
"released_at": string | null,
"released_by": string | null,
"replaces": string | null,
"sha256": string,
"wave_id": string
            }
                          SetofOptions: {
        from: "*"
        to: "satisfaction_snapshots"
        isOneToOne: true
        isSetofReturn: false
      } },
"get_action_days":
{ Args: { "p_from": string,"p_to": string }; Returns: {
              "action_code": string,"days": (string)[],"has_demo": (boolean)[],"issued": (number)[],"taken_back": (number)[],"transfers": (number)[],"year": number
            }[]
                           },
"get_answer_counts":
{ Args: Record<PropertyKey, never>; Returns: {
              "answers": number,"wave_id": string
            }[]
                           },
"get_audit_queue":
{ Args: Record<PropertyKey, never>; Returns: {
              "action_code": string,"appeals": number,"approved": number,"closer": Json,"coins": number,"has_photo": boolean,"id": string,"logged_at": string,"month": string,"note": string,"rejected": number,"town_code": string
            }[]
                           },
"get_audit_rates":
{ Args: Record<PropertyKey, never>; Returns: {
              "approved": number,"high": number,"judged": number,"low": number,"month": string,"sampled": number,"seed": string,"seed_day": string,"share": number,"threshold": string,"wrong": number
            }[]
                           },
"get_book_months":
{ Args: Record<PropertyKey, never>; Returns: {
              "adjusted_down": number,"adjusted_up": number,"days": number,"expired": number,"has_demo": boolean,"held": number,"issued": number,"month": string,"refunded": number,"spent": number,"taken_back": number,"transfers": number
            }[]
                           },
"get_check_in_list":
{ Args: { "p_session_id": string }; Returns: Json
                           },
"get_coin_totals":
{ Args: Record<PropertyKey, never>; Returns: {
              "adjusted": number,"expired": number,"has_demo": boolean,"held": number,"issued": number,"spent": number,"through": string
            }[]
                           },
"get_coins_per_year":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"get_day_leaves":
{ Args: { "p_day": string,"p_page": number }; Returns: {
              "leaves": (string)[],"pages": number
            }[]
                           },
"get_days":
{ Args: { "p_from": string,"p_to": string }; Returns: {
              "adjusted_down": number,"adjusted_up": number,"closed_at": string,"day": string,"expired": number,"has_demo": boolean,"held": number,"issued": number,"refunded": number,"root": string,"seal": string,"spent": number,"taken_back": number,"transfers": number
            }[]
                           },
"get_desk_today":
{ Args: Record<PropertyKey, never>; Returns: {
              "late": number,"number": number,"since": string,"what": string
            }[]
                           },
"get_education_totals":
{ Args: { "p_year": number }; Returns: {
              "attended": number,"base_id": string,"coins": number,"registered": number,"seats": number,"sessions": number,"theme": Database["public"]['Enums']["event_theme"]
            }[]
                           },
"get_envelope_outlooks":
{ Args: { "p_year": number }; Returns: {
              "action_code": string,"daily": (number)[],"has_demo": boolean,"paid": number,"remaining": number,"through": string,"total": number
            }[]
                           },
"get_envelopes":
{ Args: { "p_year": number }; Returns: {
              "action_code": string,"remaining": number,"total": number
            }[]
                           },
"get_feedback_totals":
{ Args: { "p_kind"?: Database["public"]['Enums']["feedback_kind"],"p_town_code"?: string }; Returns: {
              "answered": number,"confirmed": number,"has_demo": boolean,"median_days": number,"overdue": number,"received": number
            }[]
                           },
"get_fund":
{ Args: Record<PropertyKey, never>; Returns: {
              "available": number,"coins_committed": number,"coins_given": number,"coins_held": number,"coins_owed": number,"committed": number,"cost": number,"cover": number,"fen_per_coin": number,"has_demo": boolean,"owed": number,"paid": number,"pledged": number,"through": string
            }[]
                           },
"get_fund_outlook":
{ Args: Record<PropertyKey, never>; Returns: {
              "available": number,"cost": number,"cover": number,"fen_per_coin": number,"offered": number,"state": string,"warn_percent": number
            }[]
                           },
"get_last_proof":
{ Args: Record<PropertyKey, never>; Returns: {
              "at": string,"detail": string,"fact": string,"holds": boolean,"kind": string,"seconds": number
            }[]
                           },
"get_migration_version":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"get_moderation_item":
{ Args: { "p_log_id": string }; Returns: {
              "action_code": string,"appeal": string,"appeals": number,"approved": number,"closer": Json,"coins": number,"earlier": Json,"has_photo": boolean,"id": string,"logged_at": string,"note": string,"rejected": number,"status": Database["public"]['Enums']["log_status"],"town_code": string
            }[]
                           },
"get_moderation_load":
{ Args: Record<PropertyKey, never>; Returns: {
              "read_at": string,"undo_seconds": number,"waiting": number,"with_colleagues": number
            }[]
                           },
"get_moderation_queue":
{ Args: Record<PropertyKey, never>; Returns: {
              "action_code": string,"appeal": string,"appeals": number,"approved": number,"closer": Json,"coins": number,"earlier": Json,"has_photo": boolean,"id": string,"logged_at": string,"note": string,"rejected": number,"status": Database["public"]['Enums']["log_status"],"town_code": string
            }[]
                           },
"get_my_limits":
{ Args: Record<PropertyKey, never>; Returns: {
              "action_code": string,"cap": number,"coins_left": number,"left_this_week": number,"left_this_year": number,"left_today": number,"next_at": string,"reason": string
            }[]
                           },
"get_my_logs":
{ Args: { "p_id"?: string }; Returns: {
              "action_code": string,
"coins": number,
"decided_at": string | null,
"evidence_path": string | null,
"has_photo": boolean,
"id": string,
"idempotency_key": string,
"logged_at": string,
"logged_on": string,
"note": string,
"reason": Database["public"]['Enums']["rejection_reason"] | null,
"reason_note": string,
"resident_id": string,
"status": Database["public"]['Enums']["log_status"],
"town_code": string | null
            }[]
                          SetofOptions: {
        from: "*"
        to: "action_logs"
        isOneToOne: false
        isSetofReturn: true
      } },
"get_my_offers":
{ Args: Record<PropertyKey, never>; Returns: {
              "missing": number,"quota": number,"redeemed": number,"reward_id": string,"why_not": string
            }[]
                           },
"get_my_partners":
{ Args: Record<PropertyKey, never>; Returns: {
              "is_open": boolean,"joined_at": string,"member_code": string,"name_en": string,"name_zh": string,"partner_id": string
            }[]
                           },
"get_point_generation":
{ Args: { "p_handle": string }; Returns: number
                           },
"get_price_outlook":
{ Args: { "p_action_code": string }; Returns: {
              "daily": (number)[],"remaining": number
            }[]
                           },
"get_receipt":
{ Args: { "p_transfer_id": number }; Returns: {
              "day": string,"index": number,"leaf": string,"path": (string)[],"root": string,"seal": string,"size": number
            }[]
                           },
"get_released_satisfaction":
{ Args: Record<PropertyKey, never>; Returns: {
              "code_version": string,"content": string,"frozen_at": string,"id": string,"released_at": string,"replaced_by": string,"replaces": string,"sha256": string,"wave_id": string
            }[]
                           },
"get_session_report":
{ Args: { "p_session_id": string }; Returns: {
              "answers": number,"attended": number,"learnt": number,"no_shows": number,"registered": number,"words": (string)[],"worth": number
            }[]
                           },
"get_settlement":
{ Args: { "p_month": string }; Returns: {
              "coins": number,"reward_name_en": string,"reward_name_zh": string,"used_at": string,"voucher_ending": string
            }[]
                           },
"get_survey_keys":
{ Args: Record<PropertyKey, never>; Returns: {
              "closes_on": string,"key_id": string,"opens_on": string,"series": Database["public"]['Enums']["survey_series"],"spki": string,"wave_id": string
            }[]
                           },
"get_survey_keys_to_destroy":
{ Args: Record<PropertyKey, never>; Returns: string[]
                           },
"get_survey_tokens":
{ Args: { "p_wave_id": string }; Returns: string
                           },
"get_wave_answers":
{ Args: { "p_wave_id": string }; Returns: Json
                           },
"get_wave_progress":
{ Args: { "p_wave_id": string }; Returns: Json
                           },
"give_up_evidence":
{ Args: { "p_log_id": string }; Returns: undefined
                           },
"grant_staff_role":
{ Args: { "p_base_id"?: string,"p_email": string,"p_merchant_id"?: string,"p_role": Database["public"]['Enums']["staff_role"],"p_town_code"?: string }; Returns: undefined
                           },
"issue_certificate":
{ Args: { "p_name": string,"p_registration_id": string }; Returns: {
              "code": string,
"id": string,
"issued_at": string,
"name": string,
"registration_id": string,
"resident_id": string
            }
                          SetofOptions: {
        from: "*"
        to: "certificates"
        isOneToOne: true
        isSetofReturn: false
      } },
"issue_token":
{ Args: { "p_blinded_sha256": string,"p_wave_id": string }; Returns: string
                           },
"issue_token_by_invitation":
{ Args: { "p_blinded_sha256": string,"p_code": string,"p_mode": Database["public"]['Enums']["survey_mode"] }; Returns: string
                           },
"join_cell":
{ Args: { "p_code": string }; Returns: string
                           },
"join_partner":
{ Args: { "p_partner_id": string }; Returns: string
                           },
"judge_audit_sample":
{ Args: { "p_log_id": string,"p_note"?: string,"p_reason"?: Database["public"]['Enums']["rejection_reason"],"p_right": boolean }; Returns: undefined
                           },
"lapse_coins":
{ Args: Record<PropertyKey, never>; Returns: {
              "done": number,"what": string
            }[]
                           },
"leave_cell":
{ Args: { "p_id": string }; Returns: undefined
                           },
"leave_partner":
{ Args: { "p_partner_id": string }; Returns: undefined
                           },
"link_feedback":
{ Args: { "p_duplicate_of"?: string,"p_id": string,"p_version": number }; Returns: {
              "answer_en": string,
"answer_zh": string,
"answered_at": string | null,
"assigned_at": string | null,
"changed_at": string,
"changed_by": string | null,
"confirmed_at": string | null,
"department": string | null,
"due_on": string,
"duplicate_of": string | null,
"duplicates": number,
"id": string,
"is_demo": boolean,
"is_public": boolean,
"is_verified": boolean | null,
"kind": Database["public"]['Enums']["feedback_kind"],
"number": number,
"photos_public": (string)[],
"place_text": string,
"public_text": string,
"published_at": string | null,
"received_at": string,
"reopened_count": number,
"status": Database["public"]['Enums']["feedback_status"],
"town_code": string | null,
"version": number,
"wants_public": boolean
            }
                          SetofOptions: {
        from: "*"
        to: "feedback"
        isOneToOne: true
        isSetofReturn: false
      } },
"list_check_in_sessions":
{ Args: Record<PropertyKey, never>; Returns: {
              "base_en": string,"base_zh": string,"ends_at": string,"event_slug": string,"is_demo": boolean,"people": number,"place_en": string,"place_zh": string,"session_id": string,"starts_at": string,"status": Database["public"]['Enums']["session_status"],"title_en": string,"title_zh": string
            }[]
                           },
"list_import_rejects":
{ Args: { "p_import_id": string }; Returns: {
              "day": string,"line": number,"member": string,"quantity": string,"verdict": Database["public"]['Enums']["import_verdict"]
            }[]
                           },
"list_my_feedback":
{ Args: Record<PropertyKey, never>; Returns: {
              "answered_at": string,"beginning": string,"due_on": string,"kind": Database["public"]['Enums']["feedback_kind"],"number": number,"received_at": string,"status": Database["public"]['Enums']["feedback_status"],"town_code": string
            }[]
                           },
"list_my_report_steps":
{ Args: { "p_number"?: number,"p_tracking_code"?: string }; Returns: {
              "at": string,"department": string,"due_on": string,"step": Database["public"]['Enums']["feedback_step"],"words": string
            }[]
                           },
"list_registrations":
{ Args: { "p_session_id": string }; Returns: {
              "adults": number,"answers": Json,"attended_people": number,"came": boolean,"children": number,"code_end": string,"id": string,"name": string,"people": number,"registered_at": string,"search": string,"standpoint": Database["public"]['Enums']["standpoint"],"status": Database["public"]['Enums']["registration_status"]
            }[]
                           },
"list_settlements":
{ Args: Record<PropertyKey, never>; Returns: {
              "coins": number,"fen": number,"fen_per_coin": number,"is_closed": boolean,"month": string,"paid_at": string,"vouchers": number
            }[]
                           },
"list_staff":
{ Args: Record<PropertyKey, never>; Returns: {
              "base_id": string,"email": string,"granted_at": string,"id": string,"merchant_id": string,"resident_id": string,"role": Database["public"]['Enums']["staff_role"],"town_code": string
            }[]
                           },
"list_tablets":
{ Args: Record<PropertyKey, never>; Returns: {
              "created_at": string,"id": string,"locked_until": string,"name": string,"revoked_at": string,"used_at": string,"was_guessed": boolean
            }[]
                           },
"list_taken_on_tablet":
{ Args: { "p_device_key": string,"p_pin": string }; Returns: {
              "next_at": string,"price": number,"problem": string,"reward_name_en": string,"reward_name_zh": string,"tries_left": number,"used_at": string,"voucher_ending": string
            }[]
                           },
"list_taken_vouchers":
{ Args: Record<PropertyKey, never>; Returns: {
              "price": number,"reward_name_en": string,"reward_name_zh": string,"used_at": string,"voucher_ending": string
            }[]
                           },
"log_green_action":
{ Args: { "p_action_code": string,"p_device"?: string,"p_evidence_path"?: string,"p_idempotency_key": string,"p_note"?: string,"p_onsite_code"?: string,"p_position"?: Json }; Returns: {
              "action_code": string,
"coins": number,
"decided_at": string | null,
"evidence_path": string | null,
"has_photo": boolean,
"id": string,
"idempotency_key": string,
"logged_at": string,
"logged_on": string,
"note": string,
"reason": Database["public"]['Enums']["rejection_reason"] | null,
"reason_note": string,
"resident_id": string,
"status": Database["public"]['Enums']["log_status"],
"town_code": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "action_logs"
        isOneToOne: true
        isSetofReturn: false
      } },
"pay_settlement":
{ Args: { "p_coins": number,"p_id": string,"p_merchant_id": string,"p_month": string }; Returns: {
              "coins": number,"fen": number,"fen_per_coin": number,"paid_at": string
            }[]
                           },
"post_import":
{ Args: { "p_file_name": string,"p_id": string,"p_partner_id": string,"p_rows": Json,"p_sha256": string }; Returns: Json
                           },
"preview_cancellation":
{ Args: { "p_id": string }; Returns: {
              "coins": number,"lapse_on": string,"lapsed": number,"lapsing": number
            }[]
                           },
"preview_import":
{ Args: { "p_file_name": string,"p_partner_id": string,"p_rows": Json,"p_sha256": string }; Returns: Json
                           },
"prove_books":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"publish_event":
{ Args: { "p_id": string,"p_version": number }; Returns: {
              "accessibility_en": string,
"accessibility_zh": string,
"audience_en": string,
"audience_zh": string,
"base_id": string,
"cancel_reason_en": string,
"cancel_reason_zh": string,
"changed_at": string,
"changed_by": string | null,
"coins": number,
"cover": string,
"created_by": string | null,
"creation_key": string | null,
"except_on": (string)[],
"guardian_below": number | null,
"id": string,
"is_demo": boolean,
"kind": Database["public"]['Enums']["event_kind"],
"languages": (string)[],
"maximum_age": number | null,
"minimum_age": number | null,
"minutes_en": string,
"minutes_published_at": string | null,
"minutes_zh": string,
"programme_en": string,
"programme_zh": string,
"published_at": string | null,
"questions": NonNullable<Json>,
"recurrence": string,
"search_text": string,
"session_edits": number,
"slug": string,
"status": Database["public"]['Enums']["event_status"],
"summary_en": string,
"summary_zh": string,
"theme": Database["public"]['Enums']["event_theme"],
"title_en": string,
"title_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "events"
        isOneToOne: true
        isSetofReturn: false
      } },
"publish_feedback":
{ Args: { "p_id": string,"p_is_public": boolean,"p_version": number }; Returns: {
              "answer_en": string,
"answer_zh": string,
"answered_at": string | null,
"assigned_at": string | null,
"changed_at": string,
"changed_by": string | null,
"confirmed_at": string | null,
"department": string | null,
"due_on": string,
"duplicate_of": string | null,
"duplicates": number,
"id": string,
"is_demo": boolean,
"is_public": boolean,
"is_verified": boolean | null,
"kind": Database["public"]['Enums']["feedback_kind"],
"number": number,
"photos_public": (string)[],
"place_text": string,
"public_text": string,
"published_at": string | null,
"received_at": string,
"reopened_count": number,
"status": Database["public"]['Enums']["feedback_status"],
"town_code": string | null,
"version": number,
"wants_public": boolean
            }
                          SetofOptions: {
        from: "*"
        to: "feedback"
        isOneToOne: true
        isSetofReturn: false
      } },
"publish_minutes":
{ Args: { "p_event_id": string,"p_minutes_en": string,"p_minutes_zh": string,"p_version": number }; Returns: {
              "accessibility_en": string,
"accessibility_zh": string,
"audience_en": string,
"audience_zh": string,
"base_id": string,
"cancel_reason_en": string,
"cancel_reason_zh": string,
"changed_at": string,
"changed_by": string | null,
"coins": number,
"cover": string,
"created_by": string | null,
"creation_key": string | null,
"except_on": (string)[],
"guardian_below": number | null,
"id": string,
"is_demo": boolean,
"kind": Database["public"]['Enums']["event_kind"],
"languages": (string)[],
"maximum_age": number | null,
"minimum_age": number | null,
"minutes_en": string,
"minutes_published_at": string | null,
"minutes_zh": string,
"programme_en": string,
"programme_zh": string,
"published_at": string | null,
"questions": NonNullable<Json>,
"recurrence": string,
"search_text": string,
"session_edits": number,
"slug": string,
"status": Database["public"]['Enums']["event_status"],
"summary_en": string,
"summary_zh": string,
"theme": Database["public"]['Enums']["event_theme"],
"title_en": string,
"title_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "events"
        isOneToOne: true
        isSetofReturn: false
      } },
"publish_questionnaire":
{ Args: { "p_id": string,"p_version": number }; Returns: number
                           },
"read_evidence":
{ Args: { "p_log_id": string }; Returns: string
                           },
"read_feedback_report":
{ Args: { "p_id": string }; Returns: {
              "body": string,"contact": string,"latitude": number,"longitude": number,"photos": (string)[],"place": string,"replies": (string)[]
            }[]
                           },
"read_my_report":
{ Args: { "p_number"?: number,"p_tracking_code"?: string }; Returns: {
              "answer_en": string,"answer_zh": string,"answered_at": string,"body": string,"department": string,"due_on": string,"duplicate_number": number,"is_demo": boolean,"is_public": boolean,"is_verified": boolean,"kind": Database["public"]['Enums']["feedback_kind"],"number": number,"photos": (string)[],"place": string,"received_at": string,"reopened_count": number,"status": Database["public"]['Enums']["feedback_status"],"town_code": string,"wants_public": boolean
            }[]
                           },
"read_notices":
{ Args: { "p_ids": (string)[] }; Returns: number
                           },
"read_point_key":
{ Args: { "p_id": string }; Returns: Json
                           },
"record_check_ins":
{ Args: { "p_device": string,"p_scans": Json,"p_session_id": string }; Returns: {
              "nonce": string,"outcome": string,"registration_id": string
            }[]
                           },
"record_export":
{ Args: { "p_address": string,"p_format": string,"p_list": string,"p_rows": number }; Returns: undefined
                           },
"redeem_reward":
{ Args: { "p_idempotency_key": string,"p_price"?: number,"p_reward_id": string }; Returns: {
              "expires_at": string | null,
"household_id": string | null,
"id": string,
"idempotency_key": string,
"issued_at": string,
"merchant_id": string | null,
"price": number,
"reminded_at": string | null,
"resident_id": string,
"reward_id": string,
"settled_at": string | null,
"status": Database["public"]['Enums']["voucher_status"],
"take_key": string | null,
"transfer_id": number,
"used_at": string | null,
"voucher_code": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "redemptions"
        isOneToOne: true
        isSetofReturn: false
      } },
"register_for_session":
{ Args: { "p_adults"?: number,"p_answers"?: Json,"p_children"?: number,"p_idempotency_key": string,"p_join_waiting"?: boolean,"p_name": string,"p_session_id": string,"p_standpoint"?: Database["public"]['Enums']["standpoint"] }; Returns: {
              "adults": number,
"answers": NonNullable<Json>,
"attended_people": number | null,
"cancelled_at": string | null,
"children": number,
"code": string,
"coins": number,
"first_arrived_at": string | null,
"id": string,
"idempotency_key": string,
"name": string,
"offer_ends_at": string | null,
"offered_at": string | null,
"people": number,
"queue_number": number | null,
"registered_at": string,
"reminded_at": string | null,
"resident_id": string,
"session_id": string,
"standpoint": Database["public"]['Enums']["standpoint"] | null,
"status": Database["public"]['Enums']["registration_status"]
            }
                          SetofOptions: {
        from: "*"
        to: "registrations"
        isOneToOne: true
        isSetofReturn: false
      } },
"register_survey_keys":
{ Args: { "p_keys": (string)[] }; Returns: number
                           },
"release_claims":
{ Args: { "p_read_at"?: string }; Returns: number
                           },
"release_snapshot":
{ Args: { "p_id": string,"p_sha256": string }; Returns: {
              "code_version": string,
"content": NonNullable<Json>,
"frozen_at": string,
"frozen_by": string,
"id": string,
"released_at": string | null,
"released_by": string | null,
"replaces": string | null,
"sha256": string,
"wave_id": string
            }
                          SetofOptions: {
        from: "*"
        to: "satisfaction_snapshots"
        isOneToOne: true
        isSetofReturn: false
      } },
"renew_cell_code":
{ Args: { "p_id": string }; Returns: string
                           },
"renew_point_key":
{ Args: { "p_generation": number,"p_id": string }; Returns: Json
                           },
"reopen_feedback":
{ Args: { "p_number"?: number,"p_tracking_code"?: string,"p_words": string }; Returns: Database["public"]['Enums']["feedback_status"]
                           },
"request_adjustment":
{ Args: { "p_change": number,"p_email": string,"p_id": string,"p_reason": string }; Returns: {
              "change": number,
"decided_at": string | null,
"decided_by": string | null,
"id": string,
"note": string,
"reason": string,
"requested_at": string,
"requested_by": string,
"resident_id": string,
"status": Database["public"]['Enums']["adjustment_status"]
            }
                          SetofOptions: {
        from: "*"
        to: "adjustments"
        isOneToOne: true
        isSetofReturn: false
      } },
"revoke_staff_role":
{ Args: { "p_id": string }; Returns: undefined
                           },
"revoke_tablet":
{ Args: { "p_id": string }; Returns: undefined
                           },
"save_base":
{ Args: { "p_content": Json,"p_id": string,"p_key"?: string,"p_version": number }; Returns: {
              "accessibility_en": string,
"accessibility_zh": string,
"changed_at": string,
"changed_by": string | null,
"courses_en": string,
"courses_zh": string,
"creation_key": string | null,
"directions_en": string,
"directions_zh": string,
"host_en": string,
"host_zh": string,
"id": string,
"is_demo": boolean,
"is_provincial": boolean,
"is_public": boolean,
"kind": Database["public"]['Enums']["base_kind"],
"name_en": string,
"name_zh": string,
"opening_en": string,
"opening_zh": string,
"slug": string,
"source_section": string | null,
"summary_en": string,
"summary_zh": string,
"town_code": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "bases"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_cell":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "changed_at": string,
"changed_by": string | null,
"id": string,
"is_demo": boolean,
"is_open": boolean,
"join_code": string,
"kind": Database["public"]['Enums']["cell_kind"],
"members": number,
"name_en": string,
"name_zh": string,
"opened_by": string | null,
"town_code": string | null,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "green_cells"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_event":
{ Args: { "p_content": Json,"p_id": string,"p_key"?: string,"p_sessions": Json,"p_version": number }; Returns: {
              "accessibility_en": string,
"accessibility_zh": string,
"audience_en": string,
"audience_zh": string,
"base_id": string,
"cancel_reason_en": string,
"cancel_reason_zh": string,
"changed_at": string,
"changed_by": string | null,
"coins": number,
"cover": string,
"created_by": string | null,
"creation_key": string | null,
"except_on": (string)[],
"guardian_below": number | null,
"id": string,
"is_demo": boolean,
"kind": Database["public"]['Enums']["event_kind"],
"languages": (string)[],
"maximum_age": number | null,
"minimum_age": number | null,
"minutes_en": string,
"minutes_published_at": string | null,
"minutes_zh": string,
"programme_en": string,
"programme_zh": string,
"published_at": string | null,
"questions": NonNullable<Json>,
"recurrence": string,
"search_text": string,
"session_edits": number,
"slug": string,
"status": Database["public"]['Enums']["event_status"],
"summary_en": string,
"summary_zh": string,
"theme": Database["public"]['Enums']["event_theme"],
"title_en": string,
"title_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "events"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_evidence_marks":
{ Args: { "p_dhash": string,"p_log_id": string,"p_sha256": string }; Returns: undefined
                           },
"save_merchant":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "accessibility_en": string,
"accessibility_zh": string,
"address_en": string,
"address_zh": string,
"changed_at": string,
"changed_by": string | null,
"closed_at": string | null,
"id": string,
"is_demo": boolean,
"name_en": string,
"name_zh": string,
"step_free": boolean | null,
"town_code": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "merchants"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_partner":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "action_code": string,
"changed_at": string,
"changed_by": string | null,
"id": string,
"is_demo": boolean,
"is_open": boolean,
"name_en": string,
"name_zh": string,
"unit_en": string,
"unit_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "partners"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_pledge":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "changed_at": string,
"changed_by": string | null,
"fen": number,
"id": string,
"is_demo": boolean,
"kind": Database["public"]['Enums']["pledge_kind"],
"pledged_on": string,
"sponsor_en": string,
"sponsor_zh": string,
"version": number,
"withdrawn_at": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "fund_pledges"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_point":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "action_code": string,
"changed_at": string,
"changed_by": string | null,
"closes": string | null,
"daily_limit": number | null,
"handle": string,
"id": string,
"is_demo": boolean,
"is_open": boolean,
"kind": Database["public"]['Enums']["point_kind"],
"latitude": number | null,
"longitude": number | null,
"name_en": string,
"name_zh": string,
"opens": string | null,
"radius_m": number | null,
"town_code": string,
"valid_from": string,
"valid_until": string | null,
"version": number,
"weekdays": (number)[]
            }
                          SetofOptions: {
        from: "*"
        to: "action_points"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_population_margins":
{ Args: { "p_as_of": string,"p_rows": Json,"p_source": string }; Returns: undefined
                           },
"save_questionnaire":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "changed_at": string,
"changed_by": string | null,
"draft": NonNullable<Json>,
"id": string,
"is_demo": boolean,
"is_template": boolean,
"title_en": string,
"title_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "questionnaires"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_reward":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "changed_at": string,
"changed_by": string | null,
"detail_en": string,
"detail_zh": string,
"id": string,
"is_demo": boolean,
"is_open": boolean,
"kind": Database["public"]['Enums']["reward_kind"],
"merchant_id": string | null,
"name_en": string,
"name_zh": string,
"picture": string | null,
"picture_alt_en": string,
"picture_alt_zh": string,
"price": number,
"quota_per_household": number | null,
"quota_per_resident": number | null,
"stock": number,
"stocked": number,
"valid_from": string | null,
"valid_until": string | null,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "rewards"
        isOneToOne: true
        isSetofReturn: false
      } },
"save_wave":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "announced_at": string | null,
"approval_number": string,
"changed_at": string,
"changed_by": string | null,
"closed_at": string | null,
"closes_on": string,
"form_expires_on": string | null,
"form_maker": string,
"form_number": string,
"id": string,
"is_demo": boolean,
"opens_on": string,
"population_en": string,
"population_zh": string,
"questionnaire_id": string,
"questionnaire_version": number,
"series": Database["public"]['Enums']["survey_series"],
"title_en": string,
"title_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "survey_waves"
        isOneToOne: true
        isSetofReturn: false
      } },
"set_city_envelope":
{ Args: { "p_before": number,"p_total": number,"p_year": number }; Returns: undefined
                           },
"set_envelope":
{ Args: { "p_action_code": string,"p_before": number,"p_total": number,"p_year": number }; Returns: undefined
                           },
"set_fund_terms":
{ Args: { "p_fen_before": number,"p_fen_per_coin": number,"p_warn_before": number,"p_warn_percent": number }; Returns: undefined
                           },
"site_revision":
{ Args: Record<PropertyKey, never>; Returns: number
                           },
"submit_answer":
{ Args: { "p_answers": Json,"p_key_id": string,"p_mode": Database["public"]['Enums']["survey_mode"],"p_prepared": string,"p_signature": string,"p_strata": Json }; Returns: undefined
                           },
"submit_event":
{ Args: { "p_id": string,"p_version": number }; Returns: {
              "accessibility_en": string,
"accessibility_zh": string,
"audience_en": string,
"audience_zh": string,
"base_id": string,
"cancel_reason_en": string,
"cancel_reason_zh": string,
"changed_at": string,
"changed_by": string | null,
"coins": number,
"cover": string,
"created_by": string | null,
"creation_key": string | null,
"except_on": (string)[],
"guardian_below": number | null,
"id": string,
"is_demo": boolean,
"kind": Database["public"]['Enums']["event_kind"],
"languages": (string)[],
"maximum_age": number | null,
"minimum_age": number | null,
"minutes_en": string,
"minutes_published_at": string | null,
"minutes_zh": string,
"programme_en": string,
"programme_zh": string,
"published_at": string | null,
"questions": NonNullable<Json>,
"recurrence": string,
"search_text": string,
"session_edits": number,
"slug": string,
"status": Database["public"]['Enums']["event_status"],
"summary_en": string,
"summary_zh": string,
"theme": Database["public"]['Enums']["event_theme"],
"title_en": string,
"title_zh": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "events"
        isOneToOne: true
        isSetofReturn: false
      } },
"submit_feedback":
{ Args: { "p_body": string,"p_contact"?: string,"p_idempotency_key": string,"p_kind": Database["public"]['Enums']["feedback_kind"],"p_latitude"?: number,"p_longitude"?: number,"p_photos"?: number,"p_place"?: string,"p_town_code"?: string,"p_wants_public"?: boolean,"p_with_account"?: boolean }; Returns: {
              "due_on": string,"number": number,"photo_folder": string,"tracking_code": string
            }[]
                           },
"suggest_duplicates":
{ Args: { "p_id": string }; Returns: {
              "id": string,"kind": Database["public"]['Enums']["feedback_kind"],"likeness": number,"number": number,"public_text": string,"received_at": string,"status": Database["public"]['Enums']["feedback_status"]
            }[]
                           },
"survey_key_destroyed":
{ Args: { "p_key_id": string }; Returns: undefined
                           },
"take_mail":
{ Args: { "p_limit"?: number }; Returns: {
              "email": string,"id": number,"kind": string,"locale": string,"path": string,"values": Json
            }[]
                           },
"take_unmarked_evidence":
{ Args: { "p_limit"?: number }; Returns: {
              "log_id": string,"path": string
            }[]
                           },
"take_voucher":
{ Args: { "p_take_key": string,"p_voucher_code": string }; Returns: {
              "reward_name_en": string,"reward_name_zh": string,"used_at": string
            }[]
                           },
"take_voucher_on_tablet":
{ Args: { "p_device_key": string,"p_pin": string,"p_take_key": string,"p_voucher_code": string }; Returns: {
              "next_at": string,"problem": string,"reward_name_en": string,"reward_name_zh": string,"tries_left": number,"used_at": string
            }[]
                           },
"undo_decision":
{ Args: { "p_log_id": string }; Returns: {
              "action_code": string,
"coins": number,
"decided_at": string | null,
"evidence_path": string | null,
"has_photo": boolean,
"id": string,
"idempotency_key": string,
"logged_at": string,
"logged_on": string,
"note": string,
"reason": Database["public"]['Enums']["rejection_reason"] | null,
"reason_note": string,
"resident_id": string,
"status": Database["public"]['Enums']["log_status"],
"town_code": string | null
            }
                          SetofOptions: {
        from: "*"
        to: "action_logs"
        isOneToOne: true
        isSetofReturn: false
      } },
"verify_certificate":
{ Args: { "p_code": string }; Returns: {
              "base_name_en": string,"base_name_zh": string,"hours": number,"is_demo": boolean,"issued_at": string,"name_hint": string,"starts_at": string,"title_en": string,"title_zh": string
            }[]
                           },
"verify_violation":
{ Args: { "p_id": string,"p_verified": boolean,"p_version": number }; Returns: {
              "answer_en": string,
"answer_zh": string,
"answered_at": string | null,
"assigned_at": string | null,
"changed_at": string,
"changed_by": string | null,
"confirmed_at": string | null,
"department": string | null,
"due_on": string,
"duplicate_of": string | null,
"duplicates": number,
"id": string,
"is_demo": boolean,
"is_public": boolean,
"is_verified": boolean | null,
"kind": Database["public"]['Enums']["feedback_kind"],
"number": number,
"photos_public": (string)[],
"place_text": string,
"public_text": string,
"published_at": string | null,
"received_at": string,
"reopened_count": number,
"status": Database["public"]['Enums']["feedback_status"],
"town_code": string | null,
"version": number,
"wants_public": boolean
            }
                          SetofOptions: {
        from: "*"
        to: "feedback"
        isOneToOne: true
        isSetofReturn: false
      } },
"withdraw_price":
{ Args: { "p_action_code": string,"p_valid_from": string }; Returns: undefined
                           }
          }
          Enums: {
            "action_proof": "none"|"photo"|"onsite_code"|"check_in"|"import"|"feedback","action_review": "automatic"|"moderator","adjustment_status": "pending"|"approved"|"rejected","age_band": "18_29"|"30_44"|"45_59"|"60_over","base_kind": "village"|"river"|"farm"|"museum"|"plant"|"park"|"school","cell_kind": "family"|"school"|"hospital"|"community"|"shop"|"building","check_in_how": "scan"|"typed"|"code"|"walk_in","check_in_kind": "arrive"|"undo","decision_kind": "decide"|"undo"|"appeal","event_change_kind": "changed"|"cancelled"|"notice"|"minutes","event_kind": "visit"|"course"|"volunteering"|"open_day"|"talk"|"hearing","event_status": "draft"|"submitted"|"published"|"cancelled","event_theme": "environment_day"|"ecology_day"|"biodiversity_day"|"open_day"|"none","feedback_kind": "suggestion"|"question"|"complaint"|"violation","feedback_status": "received"|"assigned"|"answered"|"confirmed"|"reopened"|"closed","feedback_step": "received"|"assigned"|"answered"|"confirmed"|"reopened"|"closed"|"published"|"withdrawn"|"linked"|"verified"|"not_verified","import_verdict": "unknown_member"|"own_row"|"bad_date"|"bad_quantity"|"future"|"too_old"|"no_price"|"below_minimum"|"twice_in_file"|"imported_before"|"over_cap"|"coins_per_year"|"envelope_empty","log_status": "approved"|"pending"|"rejected","pledge_kind": "city"|"sponsor","point_kind": "screen"|"printed","registration_status": "confirmed"|"waiting"|"offered"|"cancelled"|"lapsed","rejection_reason": "unclear_photo"|"another_action"|"seen_before"|"outside_yiwu"|"not_verified"|"other","reward_kind": "goods"|"service"|"donation","satisfaction_choice": "satisfied"|"fairly_satisfied"|"not_very_satisfied"|"not_satisfied"|"dont_know","session_status": "scheduled"|"cancelled","sex": "female"|"male","staff_role": "moderator"|"editor"|"analyst"|"interviewer"|"host"|"merchant"|"administrator","standpoint": "for"|"against"|"neutral","survey_mode": "web"|"phone"|"paper","survey_part": "gain"|"satisfaction"|"awareness"|"participation"|"confidence","survey_series": "sampled"|"open","voucher_status": "issued"|"used"|"cancelled"|"expired"|"refunded"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
  ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
      Row: infer R
    }
    ? R
    : never
  : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Insert: infer I
    }
    ? I
    : never
  : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
  ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
      Update: infer U
    }
    ? U
    : never
  : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
  ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
  : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
  ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
  : never

export const Constants = {
  "public": {
          Enums: {
            "action_proof": ["none", "photo", "onsite_code", "check_in", "import", "feedback"],"action_review": ["automatic", "moderator"],"adjustment_status": ["pending", "approved", "rejected"],"age_band": ["18_29", "30_44", "45_59", "60_over"],"base_kind": ["village", "river", "farm", "museum", "plant", "park", "school"],"cell_kind": ["family", "school", "hospital", "community", "shop", "building"],"check_in_how": ["scan", "typed", "code", "walk_in"],"check_in_kind": ["arrive", "undo"],"decision_kind": ["decide", "undo", "appeal"],"event_change_kind": ["changed", "cancelled", "notice", "minutes"],"event_kind": ["visit", "course", "volunteering", "open_day", "talk", "hearing"],"event_status": ["draft", "submitted", "published", "cancelled"],"event_theme": ["environment_day", "ecology_day", "biodiversity_day", "open_day", "none"],"feedback_kind": ["suggestion", "question", "complaint", "violation"],"feedback_status": ["received", "assigned", "answered", "confirmed", "reopened", "closed"],"feedback_step": ["received", "assigned", "answered", "confirmed", "reopened", "closed", "published", "withdrawn", "linked", "verified", "not_verified"],"import_verdict": ["unknown_member", "own_row", "bad_date", "bad_quantity", "future", "too_old", "no_price", "below_minimum", "twice_in_file", "imported_before", "over_cap", "coins_per_year", "envelope_empty"],"log_status": ["approved", "pending", "rejected"],"pledge_kind": ["city", "sponsor"],"point_kind": ["screen", "printed"],"registration_status": ["confirmed", "waiting", "offered", "cancelled", "lapsed"],"rejection_reason": ["unclear_photo", "another_action", "seen_before", "outside_yiwu", "not_verified", "other"],"reward_kind": ["goods", "service", "donation"],"satisfaction_choice": ["satisfied", "fairly_satisfied", "not_very_satisfied", "not_satisfied", "dont_know"],"session_status": ["scheduled", "cancelled"],"sex": ["female", "male"],"staff_role": ["moderator", "editor", "analyst", "interviewer", "host", "merchant", "administrator"],"standpoint": ["for", "against", "neutral"],"survey_mode": ["web", "phone", "paper"],"survey_part": ["gain", "satisfaction", "awareness", "participation", "confidence"],"survey_series": ["sampled", "open"],"voucher_status": ["issued", "used", "cancelled", "expired", "refunded"]
          }
        }
} as const
