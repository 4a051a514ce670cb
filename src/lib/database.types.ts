
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  
  "public": {
          Tables: {
            "action_logs": {
                  Row: {
                    "action_code": string,"coins": number,"decided_at": string | null,"evidence_path": string | null,"id": string,"idempotency_key": string,"logged_at": string,"logged_on": string,"note": string,"reason": Database["public"]['Enums']["rejection_reason"] | null,"reason_note": string,"resident_id": string,"status": Database["public"]['Enums']["log_status"],"town_code": string | null
                  }
                  ComputedFields: never
                  Insert: {
                    "action_code": string,"coins": number,"decided_at"?: string | null,"evidence_path"?: string | null,"id"?: string,"idempotency_key": string,"logged_at"?: string,"logged_on"?: string,"note"?: string,"reason"?: Database["public"]['Enums']["rejection_reason"] | null,"reason_note"?: string,"resident_id": string,"status": Database["public"]['Enums']["log_status"],"town_code"?: string | null
                  }
                  Update: {
                    "action_code"?: string,"coins"?: number,"decided_at"?: string | null,"evidence_path"?: string | null,"id"?: string,"idempotency_key"?: string,"logged_at"?: string,"logged_on"?: string,"note"?: string,"reason"?: Database["public"]['Enums']["rejection_reason"] | null,"reason_note"?: string,"resident_id"?: string,"status"?: Database["public"]['Enums']["log_status"],"town_code"?: string | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "action_logs_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "desk_prices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_logs_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "green_actions"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_logs_town_code_fkey"
      columns: ["town_code"]
isOneToOne: false
      referencedRelation: "towns"
      referencedColumns: ["code"]
    }
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
                },"green_actions": {
                  Row: {
                    "code": string,"coins": number,"daily_cap": number,"hint_en": string,"hint_zh": string,"is_open": boolean,"name_en": string,"name_zh": string,"plan_section": string,"position": number,"proof": Database["public"]['Enums']["action_proof"],"review": Database["public"]['Enums']["action_review"],"weekly_cap": number
                  }
                  ComputedFields: never
                  Insert: {
                    "code": string,"coins": number,"daily_cap": number,"hint_en": string,"hint_zh": string,"is_open"?: boolean,"name_en": string,"name_zh": string,"plan_section": string,"position": number,"proof": Database["public"]['Enums']["action_proof"],"review": Database["public"]['Enums']["action_review"],"weekly_cap": number
                  }
                  Update: {
                    "code"?: string,"coins"?: number,"daily_cap"?: number,"hint_en"?: string,"hint_zh"?: string,"is_open"?: boolean,"name_en"?: string,"name_zh"?: string,"plan_section"?: string,"position"?: number,"proof"?: Database["public"]['Enums']["action_proof"],"review"?: Database["public"]['Enums']["action_review"],"weekly_cap"?: number
                  }
                  Relationships: [
                    
                  ]
                },"merchants": {
                  Row: {
                    "changed_at": string,"changed_by": string | null,"id": string,"is_demo": boolean,"name_en": string,"name_zh": string,"town_code": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"changed_by"?: string | null,"id"?: string,"is_demo"?: boolean,"name_en": string,"name_zh": string,"town_code": string,"version"?: number
                  }
                  Update: {
                    "changed_at"?: string,"changed_by"?: string | null,"id"?: string,"is_demo"?: boolean,"name_en"?: string,"name_zh"?: string,"town_code"?: string,"version"?: number
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
                    "approved": boolean,"decided_at": string,"id": number,"log_id": string,"moderator_id": string,"note": string,"reason": Database["public"]['Enums']["rejection_reason"] | null
                  }
                  ComputedFields: never
                  Insert: {
                    "approved": boolean,"decided_at"?: string,"id"?: never,"log_id": string,"moderator_id": string,"note"?: string,"reason"?: Database["public"]['Enums']["rejection_reason"] | null
                  }
                  Update: {
                    "approved"?: boolean,"decided_at"?: string,"id"?: never,"log_id"?: string,"moderator_id"?: string,"note"?: string,"reason"?: Database["public"]['Enums']["rejection_reason"] | null
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
                },"redemptions": {
                  Row: {
                    "expires_at": string,"id": string,"idempotency_key": string,"issued_at": string,"merchant_id": string,"price": number,"resident_id": string,"reward_id": string,"status": Database["public"]['Enums']["voucher_status"],"take_key": string | null,"used_at": string | null,"voucher_code": string
                  }
                  ComputedFields: never
                  Insert: {
                    "expires_at"?: string,"id"?: string,"idempotency_key": string,"issued_at"?: string,"merchant_id": string,"price": number,"resident_id": string,"reward_id": string,"status"?: Database["public"]['Enums']["voucher_status"],"take_key"?: string | null,"used_at"?: string | null,"voucher_code": string
                  }
                  Update: {
                    "expires_at"?: string,"id"?: string,"idempotency_key"?: string,"issued_at"?: string,"merchant_id"?: string,"price"?: number,"resident_id"?: string,"reward_id"?: string,"status"?: Database["public"]['Enums']["voucher_status"],"take_key"?: string | null,"used_at"?: string | null,"voucher_code"?: string
                  }
                  Relationships: [
                    {
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
                    "changed_at": string,"changed_by": string | null,"detail_en": string,"detail_zh": string,"id": string,"is_demo": boolean,"is_open": boolean,"merchant_id": string,"name_en": string,"name_zh": string,"price": number,"stock": number,"stocked": number,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                    "changed_at"?: string,"changed_by"?: string | null,"detail_en": string,"detail_zh": string,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"merchant_id": string,"name_en": string,"name_zh": string,"price": number,"stock": number,"stocked"?: number,"version"?: number
                  }
                  Update: {
                    "changed_at"?: string,"changed_by"?: string | null,"detail_en"?: string,"detail_zh"?: string,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"merchant_id"?: string,"name_en"?: string,"name_zh"?: string,"price"?: number,"stock"?: number,"stocked"?: number,"version"?: number
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
                },"survey_questions": {
                  Row: {
                    "part": Database["public"]['Enums']["survey_part"],"position": number,"text_en": string,"text_zh": string
                  }
                  ComputedFields: never
                  Insert: {
                    "part": Database["public"]['Enums']["survey_part"],"position": number,"text_en": string,"text_zh": string
                  }
                  Update: {
                    "part"?: Database["public"]['Enums']["survey_part"],"position"?: number,"text_en"?: string,"text_zh"?: string
                  }
                  Relationships: [
                    
                  ]
                },"survey_waves": {
                  Row: {
                    "closes_on": string,"id": string,"is_demo": boolean,"opens_on": string,"series": Database["public"]['Enums']["survey_series"],"title_en": string,"title_zh": string
                  }
                  ComputedFields: never
                  Insert: {
                    "closes_on": string,"id"?: string,"is_demo"?: boolean,"opens_on": string,"series": Database["public"]['Enums']["survey_series"],"title_en": string,"title_zh": string
                  }
                  Update: {
                    "closes_on"?: string,"id"?: string,"is_demo"?: boolean,"opens_on"?: string,"series"?: Database["public"]['Enums']["survey_series"],"title_en"?: string,"title_zh"?: string
                  }
                  Relationships: [
                    
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
                    "action_code": string,"coins": number,"decided_at": string | null,"has_photo": boolean | null,"id": string,"logged_at": string,"name_en": string,"name_zh": string,"note": string,"reason": Database["public"]['Enums']["rejection_reason"] | null,"reason_note": string,"search": string | null,"status": Database["public"]['Enums']["log_status"]
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "action_logs_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "desk_prices"
      referencedColumns: ["code"]
    },{
      foreignKeyName: "action_logs_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "green_actions"
      referencedColumns: ["code"]
    }
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
                },"desk_merchants": {
                  Row: {
                    "changed_at": string,"id": string,"is_demo": boolean,"name_en": string,"name_zh": string,"open_rewards": number | null,"search": string | null,"town_code": string,"version": number
                  }
                  ComputedFields: never
                  Insert: {
                           "changed_at"?: string | null,"id"?: string | null,"is_demo"?: boolean | null,"name_en"?: string | null,"name_zh"?: string | null,"open_rewards"?: never,"search"?: never,"town_code"?: string | null,"version"?: number | null
                         }
                        Update: {
                           "changed_at"?: string | null,"id"?: string | null,"is_demo"?: boolean | null,"name_en"?: string | null,"name_zh"?: string | null,"open_rewards"?: never,"search"?: never,"town_code"?: string | null,"version"?: number | null
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
                },"desk_prices": {
                  Row: {
                    "code": string,"coins": number,"daily_cap": number,"is_open": boolean,"name_en": string,"name_zh": string,"plan_section": string,"position": number,"proof": Database["public"]['Enums']["action_proof"],"review": Database["public"]['Enums']["action_review"],"search": string | null,"weekly_cap": number
                  }
                  ComputedFields: never
                  Insert: {
                           "code"?: string | null,"coins"?: number | null,"daily_cap"?: number | null,"is_open"?: boolean | null,"name_en"?: string | null,"name_zh"?: string | null,"plan_section"?: string | null,"position"?: number | null,"proof"?: Database["public"]['Enums']["action_proof"] | null,"review"?: Database["public"]['Enums']["action_review"] | null,"search"?: never,"weekly_cap"?: number | null
                         }
                        Update: {
                           "code"?: string | null,"coins"?: number | null,"daily_cap"?: number | null,"is_open"?: boolean | null,"name_en"?: string | null,"name_zh"?: string | null,"plan_section"?: string | null,"position"?: number | null,"proof"?: Database["public"]['Enums']["action_proof"] | null,"review"?: Database["public"]['Enums']["action_review"] | null,"search"?: never,"weekly_cap"?: number | null
                         }
                        Relationships: [
                    
                  ]
                },"desk_rewards": {
                  Row: {
                    "changed_at": string,"id": string,"is_demo": boolean,"is_nearly_out": boolean | null,"is_open": boolean,"merchant_en": string,"merchant_id": string,"merchant_zh": string,"name_en": string,"name_zh": string,"price": number,"redeemed": number | null,"search": string | null,"stock": number,"stocked": number,"town_code": string,"version": number
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
                },"desk_staff": {
                  Row: {
                    "base_en": string | null,"base_id": string | null,"base_zh": string | null,"email": string | null,"granted_at": string | null,"granted_by": string | null,"id": string | null,"merchant_en": string | null,"merchant_id": string | null,"merchant_zh": string | null,"role": Database["public"]['Enums']["staff_role"] | null,"search": string | null,"town_code": string | null
                  }
                  ComputedFields: never
                  Relationships: [
                    
                  ]
                },"desk_waves": {
                  Row: {
                    "answers": number | null,"closes_on": string,"id": string,"is_demo": boolean,"opens_on": string,"search": string | null,"series": Database["public"]['Enums']["survey_series"],"state": string | null,"title_en": string,"title_zh": string
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
                    "change": number | null,"id": number,"kind": "award"|"redeem"|"refund"|"expire"|"adjust"|"reverse","posted_at": string,"reference": string
                  }
                  ComputedFields: never
                  Insert: {
                           "change"?: never,"id"?: number | null,"kind"?: "award"|"redeem"|"refund"|"expire"|"adjust"|"reverse" | null,"posted_at"?: string | null,"reference"?: string | null
                         }
                        Update: {
                           "change"?: never,"id"?: number | null,"kind"?: "award"|"redeem"|"refund"|"expire"|"adjust"|"reverse" | null,"posted_at"?: string | null,"reference"?: string | null
                         }
                        Relationships: [
                    
                  ]
                },"my_wallet": {
                  Row: {
                    "balance": number,"opened_at": string
                  }
                  ComputedFields: never
                  Insert: {
                           "balance"?: number | null,"opened_at"?: string | null
                         }
                        Update: {
                           "balance"?: number | null,"opened_at"?: string | null
                         }
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
"decide_action_log":
{ Args: { "p_approve": boolean,"p_log_id": string,"p_note"?: string,"p_reason"?: Database["public"]['Enums']["rejection_reason"] }; Returns: {
              "action_code": string,
"coins": number,
"decided_at": string | null,
"evidence_path": string | null,
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
"do_due_work":
{ Args: Record<PropertyKey, never>; Returns: {
              "done": number,"what": string
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
"finish_mail":
{ Args: { "p_error"?: string,"p_id": number }; Returns: undefined
                           },
"get_check_in_list":
{ Args: { "p_session_id": string }; Returns: Json
                           },
"get_coin_totals":
{ Args: Record<PropertyKey, never>; Returns: {
              "held": number,"issued": number,"spent": number
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
"get_feedback_totals":
{ Args: { "p_kind"?: Database["public"]['Enums']["feedback_kind"],"p_town_code"?: string }; Returns: {
              "answered": number,"confirmed": number,"has_demo": boolean,"median_days": number,"overdue": number,"received": number
            }[]
                           },
"get_migration_version":
{ Args: Record<PropertyKey, never>; Returns: string
                           },
"get_satisfaction_tallies":
{ Args: Record<PropertyKey, never>; Returns: {
              "answers": number,"choice": Database["public"]['Enums']["satisfaction_choice"],"wave_id": string
            }[]
                           },
"get_session_report":
{ Args: { "p_session_id": string }; Returns: {
              "answers": number,"attended": number,"learnt": number,"no_shows": number,"registered": number,"words": (string)[],"worth": number
            }[]
                           },
"grant_staff_role":
{ Args: { "p_base_id"?: string,"p_email": string,"p_merchant_id"?: string,"p_role": Database["public"]['Enums']["staff_role"],"p_town_code"?: string }; Returns: undefined
                           },
"has_answered_survey":
{ Args: { "p_wave_id": string }; Returns: boolean
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
"list_staff":
{ Args: Record<PropertyKey, never>; Returns: {
              "base_id": string,"email": string,"granted_at": string,"id": string,"merchant_id": string,"resident_id": string,"role": Database["public"]['Enums']["staff_role"],"town_code": string
            }[]
                           },
"list_taken_vouchers":
{ Args: Record<PropertyKey, never>; Returns: {
              "price": number,"reward_name_en": string,"reward_name_zh": string,"used_at": string,"voucher_ending": string
            }[]
                           },
"log_green_action":
{ Args: { "p_action_code": string,"p_evidence_path"?: string,"p_idempotency_key": string,"p_note"?: string,"p_onsite_code"?: string }; Returns: {
              "action_code": string,
"coins": number,
"decided_at": string | null,
"evidence_path": string | null,
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
"record_check_ins":
{ Args: { "p_device": string,"p_scans": Json,"p_session_id": string }; Returns: {
              "nonce": string,"outcome": string,"registration_id": string
            }[]
                           },
"record_export":
{ Args: { "p_address": string,"p_format": string,"p_list": string,"p_rows": number }; Returns: undefined
                           },
"redeem_reward":
{ Args: { "p_idempotency_key": string,"p_reward_id": string }; Returns: {
              "expires_at": string,
"id": string,
"idempotency_key": string,
"issued_at": string,
"merchant_id": string,
"price": number,
"resident_id": string,
"reward_id": string,
"status": Database["public"]['Enums']["voucher_status"],
"take_key": string | null,
"used_at": string | null,
"voucher_code": string
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
"reopen_feedback":
{ Args: { "p_number"?: number,"p_tracking_code"?: string,"p_words": string }; Returns: Database["public"]['Enums']["feedback_status"]
                           },
"revoke_staff_role":
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
"save_merchant":
{ Args: { "p_content": Json,"p_id": string,"p_version": number }; Returns: {
              "changed_at": string,
"changed_by": string | null,
"id": string,
"is_demo": boolean,
"name_en": string,
"name_zh": string,
"town_code": string,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "merchants"
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
"merchant_id": string,
"name_en": string,
"name_zh": string,
"price": number,
"stock": number,
"stocked": number,
"version": number
            }
                          SetofOptions: {
        from: "*"
        to: "rewards"
        isOneToOne: true
        isSetofReturn: false
      } },
"site_revision":
{ Args: Record<PropertyKey, never>; Returns: number
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
"submit_survey_answer":
{ Args: { "p_responses": Json,"p_wave_id": string }; Returns: undefined
                           },
"suggest_duplicates":
{ Args: { "p_id": string }; Returns: {
              "id": string,"kind": Database["public"]['Enums']["feedback_kind"],"likeness": number,"number": number,"public_text": string,"received_at": string,"status": Database["public"]['Enums']["feedback_status"]
            }[]
                           },
"take_mail":
{ Args: { "p_limit"?: number }; Returns: {
              "email": string,"id": number,"kind": string,"locale": string,"path": string,"values": Json
            }[]
                           },
"take_voucher":
{ Args: { "p_take_key": string,"p_voucher_code": string }; Returns: {
              "reward_name_en": string,"reward_name_zh": string,"used_at": string
            }[]
                           },
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
      } }
          }
          Enums: {
            "action_proof": "none"|"photo"|"onsite_code"|"feedback","action_review": "automatic"|"moderator","base_kind": "village"|"river"|"farm"|"museum"|"plant"|"park"|"school","check_in_how": "scan"|"typed"|"code"|"walk_in","check_in_kind": "arrive"|"undo","event_change_kind": "changed"|"cancelled"|"notice"|"minutes","event_kind": "visit"|"course"|"volunteering"|"open_day"|"talk"|"hearing","event_status": "draft"|"submitted"|"published"|"cancelled","event_theme": "environment_day"|"ecology_day"|"biodiversity_day"|"open_day"|"none","feedback_kind": "suggestion"|"question"|"complaint"|"violation","feedback_status": "received"|"assigned"|"answered"|"confirmed"|"reopened"|"closed","feedback_step": "received"|"assigned"|"answered"|"confirmed"|"reopened"|"closed"|"published"|"withdrawn"|"linked"|"verified"|"not_verified","log_status": "approved"|"pending"|"rejected","registration_status": "confirmed"|"waiting"|"offered"|"cancelled"|"lapsed","rejection_reason": "unclear_photo"|"another_action"|"seen_before"|"outside_yiwu"|"not_verified"|"other","satisfaction_choice": "satisfied"|"fairly_satisfied"|"not_very_satisfied"|"not_satisfied"|"dont_know","session_status": "scheduled"|"cancelled","staff_role": "moderator"|"editor"|"analyst"|"host"|"merchant"|"administrator","standpoint": "for"|"against"|"neutral","survey_part": "gain"|"satisfaction"|"awareness"|"participation"|"confidence","survey_series": "sampled"|"open","voucher_status": "issued"|"used"
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
            "action_proof": ["none", "photo", "onsite_code", "feedback"],"action_review": ["automatic", "moderator"],"base_kind": ["village", "river", "farm", "museum", "plant", "park", "school"],"check_in_how": ["scan", "typed", "code", "walk_in"],"check_in_kind": ["arrive", "undo"],"event_change_kind": ["changed", "cancelled", "notice", "minutes"],"event_kind": ["visit", "course", "volunteering", "open_day", "talk", "hearing"],"event_status": ["draft", "submitted", "published", "cancelled"],"event_theme": ["environment_day", "ecology_day", "biodiversity_day", "open_day", "none"],"feedback_kind": ["suggestion", "question", "complaint", "violation"],"feedback_status": ["received", "assigned", "answered", "confirmed", "reopened", "closed"],"feedback_step": ["received", "assigned", "answered", "confirmed", "reopened", "closed", "published", "withdrawn", "linked", "verified", "not_verified"],"log_status": ["approved", "pending", "rejected"],"registration_status": ["confirmed", "waiting", "offered", "cancelled", "lapsed"],"rejection_reason": ["unclear_photo", "another_action", "seen_before", "outside_yiwu", "not_verified", "other"],"satisfaction_choice": ["satisfied", "fairly_satisfied", "not_very_satisfied", "not_satisfied", "dont_know"],"session_status": ["scheduled", "cancelled"],"staff_role": ["moderator", "editor", "analyst", "host", "merchant", "administrator"],"standpoint": ["for", "against", "neutral"],"survey_part": ["gain", "satisfaction", "awareness", "participation", "confidence"],"survey_series": ["sampled", "open"],"voucher_status": ["issued", "used"]
          }
        }
} as const
