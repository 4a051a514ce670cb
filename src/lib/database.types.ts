
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
                    "id": string,"is_demo": boolean,"name_en": string,"name_zh": string,"town_code": string
                  }
                  ComputedFields: never
                  Insert: {
                    "id"?: string,"is_demo"?: boolean,"name_en": string,"name_zh": string,"town_code": string
                  }
                  Update: {
                    "id"?: string,"is_demo"?: boolean,"name_en"?: string,"name_zh"?: string,"town_code"?: string
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
      referencedRelation: "rewards"
      referencedColumns: ["id"]
    }
                  ]
                },"rewards": {
                  Row: {
                    "detail_en": string,"detail_zh": string,"id": string,"is_demo": boolean,"is_open": boolean,"merchant_id": string,"name_en": string,"name_zh": string,"price": number,"stock": number
                  }
                  ComputedFields: never
                  Insert: {
                    "detail_en": string,"detail_zh": string,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"merchant_id": string,"name_en": string,"name_zh": string,"price": number,"stock": number
                  }
                  Update: {
                    "detail_en"?: string,"detail_zh"?: string,"id"?: string,"is_demo"?: boolean,"is_open"?: boolean,"merchant_id"?: string,"name_en"?: string,"name_zh"?: string,"price"?: number,"stock"?: number
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
            "desk_action_logs": {
                  Row: {
                    "action_code": string,"coins": number,"decided_at": string | null,"has_photo": boolean | null,"id": string,"logged_at": string,"name_en": string,"name_zh": string,"note": string,"reason": Database["public"]['Enums']["rejection_reason"] | null,"reason_note": string,"search": string | null,"status": Database["public"]['Enums']["log_status"]
                  }
                  ComputedFields: never
                  Relationships: [
                    {
      foreignKeyName: "action_logs_action_code_fkey"
      columns: ["action_code"]
isOneToOne: false
      referencedRelation: "green_actions"
      referencedColumns: ["code"]
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
                    "id": string,"is_demo": boolean,"name_en": string,"name_zh": string,"search": string | null,"town_code": string
                  }
                  ComputedFields: never
                  Insert: {
                           "id"?: string | null,"is_demo"?: boolean | null,"name_en"?: string | null,"name_zh"?: string | null,"search"?: never,"town_code"?: string | null
                         }
                        Update: {
                           "id"?: string | null,"is_demo"?: boolean | null,"name_en"?: string | null,"name_zh"?: string | null,"search"?: never,"town_code"?: string | null
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
"get_coin_totals":
{ Args: Record<PropertyKey, never>; Returns: {
              "held": number,"issued": number,"spent": number
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
"grant_staff_role":
{ Args: { "p_base_id"?: string,"p_email": string,"p_merchant_id"?: string,"p_role": Database["public"]['Enums']["staff_role"],"p_town_code"?: string }; Returns: undefined
                           },
"has_answered_survey":
{ Args: { "p_wave_id": string }; Returns: boolean
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
"reopen_feedback":
{ Args: { "p_number"?: number,"p_tracking_code"?: string,"p_words": string }; Returns: Database["public"]['Enums']["feedback_status"]
                           },
"revoke_staff_role":
{ Args: { "p_id": string }; Returns: undefined
                           },
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
            "action_proof": "none"|"photo"|"onsite_code"|"feedback","action_review": "automatic"|"moderator","feedback_kind": "suggestion"|"question"|"complaint"|"violation","feedback_status": "received"|"assigned"|"answered"|"confirmed"|"reopened"|"closed","feedback_step": "received"|"assigned"|"answered"|"confirmed"|"reopened"|"closed"|"published"|"withdrawn"|"linked"|"verified"|"not_verified","log_status": "approved"|"pending"|"rejected","rejection_reason": "unclear_photo"|"another_action"|"seen_before"|"outside_yiwu"|"not_verified"|"other","satisfaction_choice": "satisfied"|"fairly_satisfied"|"not_very_satisfied"|"not_satisfied"|"dont_know","staff_role": "moderator"|"editor"|"analyst"|"host"|"merchant"|"administrator","survey_part": "gain"|"satisfaction"|"awareness"|"participation"|"confidence","survey_series": "sampled"|"open","voucher_status": "issued"|"used"
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
            "action_proof": ["none", "photo", "onsite_code", "feedback"],"action_review": ["automatic", "moderator"],"feedback_kind": ["suggestion", "question", "complaint", "violation"],"feedback_status": ["received", "assigned", "answered", "confirmed", "reopened", "closed"],"feedback_step": ["received", "assigned", "answered", "confirmed", "reopened", "closed", "published", "withdrawn", "linked", "verified", "not_verified"],"log_status": ["approved", "pending", "rejected"],"rejection_reason": ["unclear_photo", "another_action", "seen_before", "outside_yiwu", "not_verified", "other"],"satisfaction_choice": ["satisfied", "fairly_satisfied", "not_very_satisfied", "not_satisfied", "dont_know"],"staff_role": ["moderator", "editor", "analyst", "host", "merchant", "administrator"],"survey_part": ["gain", "satisfaction", "awareness", "participation", "confidence"],"survey_series": ["sampled", "open"],"voucher_status": ["issued", "used"]
          }
        }
} as const
