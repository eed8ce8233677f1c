import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { signOut } from './api'

/** Ends the session; nothing of what was seen stays in memory. */
export function useSignOut() {
  const cache = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await signOut()
    await navigate('/sign-in')
    cache.clear()
    sessionStorage.clear()
  }
}
